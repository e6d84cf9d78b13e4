"""What a sentence says happened, and what it does not: plans, denials, many events together, events that are told again."""

import pytest
from dispatches import piece, pieces, proposed


def happened(text):
    return [t.kind for p in pieces(text) for t in p.happened]


def news(text):
    return [t.kind for p in pieces(text) for t in p.news]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen ambushed an army patrol near Teetwal.", "Armed clash"),
        ("Militants attacked a checkpoint in Kupwara.", "Armed clash"),
        ("Gunmen shot dead a shopkeeper in Kupwara.", "Attack"),
        ("Warplanes bombed a village in Kupwara.", "Air/drone strike"),
        ("Mortar shells hit a house in Kupwara.", "Shelling/artillery/missile attack"),
        ("A roadside bomb exploded in Kupwara.", "Remote explosive/landmine/IED"),
        ("Unknown men hurled a grenade at a shop in Kupwara.", "Grenade"),
        ("A suicide bomber blew himself up in Kupwara.", "Suicide bomb"),
        ("Gunmen kidnapped two teachers in Kupwara.", "Abduction/forced disappearance"),
        ("Police arrested three suspects in Kupwara.", "Arrests"),
        ("Soldiers seized rifles and explosives in Kupwara.", "Disrupted weapons use"),
    ],
)
def test_words_for_an_event_give_its_kind(text, kind):
    assert kind in news(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four villagers were shot dead in Kupwara.", "Attack"),
        ("Two soldiers were killed in Kupwara.", "Armed clash"),
        ("Soldiers fired on villagers in Kupwara.", "Attack"),
        ("Gunmen fired on soldiers in Kupwara.", "Armed clash"),
    ],
)
def test_what_was_done_and_to_whom_give_the_kind_together(text, kind):
    assert kind in happened(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army may attack the village.",
        "The army threatened to attack the village.",
        "The minister warned of an attack in Kupwara.",
        "The group plans to attack Kupwara.",
        "Police prevented an attack in Kupwara.",
        "If gunmen attacked the village, soldiers would come.",
        "Villagers fear further attacks.",
        "There was no attack in Kupwara.",
        "The army never attacked the village.",
        "The army vowed to attack the camps.",
        "Soldiers held a drill against an attack.",
        "The jets were ready to attack Kupwara.",
        "The two sides hoped to stop attacks on villages.",
    ],
)
def test_hypothesis_denial_and_plans_tell_of_nothing_that_happened(text):
    assert happened(text) == []


def test_what_was_tried_happened():
    assert happened("Gunmen tried to attack the village in Kupwara.") != []


@pytest.mark.parametrize(
    "text",
    [
        "More than 1,200 people have been killed since the start of the insurgency.",
        "Attacks in the region often kill soldiers.",
        "The region has seen several deadly attacks on soldiers over the past year.",
        "Dozens of attacks on soldiers were reported.",
        "Soldiers were attacked every month between 2019 and 2024.",
        "Two such attacks were recorded this year.",
    ],
)
def test_many_events_together_are_no_single_one(text):
    assert all(t.aggregate for p in pieces(text) for t in p.triggers)
    assert [t for p in pieces(text) for t in p.triggers]


def test_a_single_event_is_no_aggregate():
    assert not any(t.aggregate for t in piece("Gunmen attacked a checkpoint in Kupwara on Monday.").triggers)


@pytest.mark.parametrize(
    "text",
    [
        "The attack lasted two hours.",
        "The minister condemned the attack.",
        "It was the second such attack in a week.",
        "Police are investigating the bombing.",
        "After the clash, soldiers searched the village.",
        "The attackers fled after the ambush.",
        "He is wanted for the killing.",
        "Police are investigating a kidnapping.",
        "He spoke in retaliation for an ambush.",
        "Those kidnapped were freed.",
    ],
)
def test_what_is_told_again_is_no_news(text):
    assert news(text) == []


def test_a_weapon_alone_is_no_event_and_something_intercepted_needs_a_weapon():
    assert happened("Soldiers carry mortars and rockets.") == []
    assert happened("Police intercepted a caller.") == []


def test_an_attack_plan_and_a_bomb_disposal_team_are_no_events():
    assert happened("The attack plan was found.") == []
    assert happened("A bombing suspect spoke.") == []


def test_those_beside_whom_somebody_was_killed_are_not_those_who_were():
    assert [t for t in piece("They were killed near villagers.").triggers if t.rule == "pair"] == []
    (pair,) = [t for t in piece("They stabbed villagers.").triggers if t.rule == "pair"]
    assert len(pair.spans) == 2
    assert {t.rule for t in piece("They killed two villagers and a nurse.").triggers} == {"toll"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jihadists overran a gendarmerie post at Marsville on Tuesday, killing three gendarmes.", "Armed clash"),
        ("The two sides exchanged heavy machine-gun fire at Marsville on Tuesday.", "Armed clash"),
        ("Border guards and smugglers traded shots near Marsville on Tuesday.", "Armed clash"),
        ("Soldiers fought with mortars and rifles near Marsville on Tuesday.", "Armed clash"),
        ("Rangers opened fire on villagers at Marsville on Tuesday, killing three of them, police said.", "Attack"),
        ("Fighters raided a school in Marsville on Tuesday, killing 37 students and abducting six.", "Attack"),
        ("Gunmen attacked a gold mine at Marsville on Tuesday and killed 10 miners.", "Attack"),
        ("Gunmen wounded two men in Marsville on Tuesday.", "Attack"),
        ("Two farmers were wounded by unknown gunmen at Marsville on Tuesday.", "Attack"),
        ("Three border guards were slain by gunmen at Marsville on Tuesday.", "Armed clash"),
        ("Two soldiers were martyred at Marsville on Tuesday.", "Armed clash"),
        ("Two farmers were martyred at Marsville on Tuesday.", "Attack"),
        ("A farmer was wounded by gunfire at Marsville on Tuesday.", "Attack"),
        (
            "Two boys were killed in Marsville on Tuesday when they hit a mortar shell with a hammer.",
            "Remote explosive/landmine/IED",
        ),
        ("A tractor ran over an anti-tank mine at Marsville on Tuesday.", "Remote explosive/landmine/IED"),
        ("A missile fired from across the border hit a field near Marsville on Tuesday.", "Shelling/artillery/missile attack"),
        ("F-16 jets destroyed shelters near Marsville on Tuesday.", "Air/drone strike"),
        ("Armed men took away the mayor of Marsville on Tuesday.", "Abduction/forced disappearance"),
        ("Engineers neutralised an improvised device at Marsville on Tuesday.", "Disrupted weapons use"),
        ("Herders and farmers fought with clubs near Marsville on Tuesday, leaving three dead.", "Mob violence"),
        ("The crowd marched to the office in Marsville on Tuesday and dispersed peacefully.", "Peaceful protest"),
        ("Police dispersed protesters in Marsville on Tuesday.", "Protest with intervention"),
        ("Demonstrators set fire to a base in Marsville on Tuesday.", "Violent demonstration"),
        ("Settlers cut down olive trees near Marsville on Tuesday.", "Looting/property destruction"),
    ],
)
def test_a_sentence_by_itself_is_a_claim_of_its_kind(text, kind):
    assert [claim.sub_event_type.value for claim in proposed(text).claims] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Reports of an air strike on Marsville on Tuesday are baseless.",
        "Claims circulating online of a raid on Marsville are untrue, police said.",
        "The ministry dismissed reports of shelling in Marsville on Tuesday.",
        "It is not true that gunmen attacked Marsville on Tuesday.",
    ],
)
def test_a_report_that_is_denied_tells_of_nothing(text):
    assert proposed(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "In a statement the army said that gunmen had attacked a village that lies near Marsville on Tuesday.",
        "The ministry dismissed reports of a retreat and said that militants attacked Marsville on Tuesday.",
        "The ministry denied that its men had fled on Tuesday, adding that militants attacked Marsville that day.",
        "The ministry rejected claims of a retreat on Tuesday, but militants attacked Marsville.",
    ],
)
def test_a_denial_is_of_what_it_denies_alone(text):
    assert happened(text) == ["Attack"]


def test_false_papers_deny_nothing():
    (claim,) = proposed(
        "Acting on information, soldiers attacked a hideout in Kupwara on Tuesday and found false papers."
    ).claims
    assert [actor.value.status for actor in claim.actors] == ["stated"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a post in Kupwara on Tuesday after the truce collapsed.",
        "Militants tried to storm a post in Kupwara on Tuesday.",
        "Gunmen killed two soldiers in a lightning raid on a post in Kupwara on Tuesday.",
        "Gunmen shot dead a man convicted of smuggling in Kupwara on Tuesday.",
        "Gunmen attacked a post in Kupwara on Tuesday, the first attack since the outbreak of fighting.",
        "Gunmen attacked a post in Kupwara on Tuesday during heavy snowfall.",
        "Gunmen attacked a post in Kupwara on Tuesday during a flood.",
    ],
)
def test_an_attack_is_one_whatever_the_weather(text):
    assert proposed(text).claims


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake killed 20 villagers in Kupwara on Tuesday.",
        "Lightning struck a house in Kupwara on Tuesday, killing two villagers.",
        "Two labourers were killed in Kupwara on Tuesday when a wall collapsed.",
    ],
)
def test_a_misfortune_is_no_attack(text):
    assert proposed(text).claims == ()


def test_a_crash_that_wounded_people_is_no_attack():
    assert proposed("A crash wounded two men in Marsville on Tuesday.").claims == ()
    assert proposed("Doctors treated wounded men in Marsville on Tuesday.").claims == ()


def test_who_is_said_to_have_done_it_in_a_denied_report_is_denied():
    (claim,) = proposed("Reports that the Indian Army shelled Marsville on Tuesday are false, the ministry said.").claims
    assert [(actor.value.name, actor.value.status) for actor in claim.actors] == [("Indian military", "denied")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels captured the army's last big base on the Marsville road.", "Non-state actor overtakes territory"),
        ("On Sunday a military aircraft released two heavy bombs over the camp.", "Air/drone strike"),
        ("A plane of the air force fired two rockets at fishermen in Marsville.", "Air/drone strike"),
        ("Young men in Marsville beat a palm wine tapper to death.", "Attack"),
        ("Bullets made holes in the roof of the kindergarten.", "Attack"),
        ("Relatives blocked the Marsville-Newtown highway for five hours.", "Peaceful protest"),
        ("The army fired irregularly from large-calibre rifles at our positions near Marsville.", "Armed clash"),
        ("Armed men stopped a bus near Marsville and set it on fire.", "Looting/property destruction"),
        ("Two members of the guard were held for five hours near Marsville.", "Abduction/forced disappearance"),
        ("A shepherd was wounded near Marsville as a result of fire from the other side.", "Attack"),
    ],
)
def test_words_with_others_between_them_tell_a_kind(text, kind):
    assert kind in happened(text)


def test_what_a_colon_leads_to_is_one_of_many_events():
    (told,) = pieces("The village has been hit many times before: on 4 May, raiders abducted six herders near Marsville.")

    assert [t.aggregate for t in told.triggers if t.kind == "Abduction/forced disappearance"] == [False]


def test_bombs_that_were_found_and_blown_up_are_no_attack():
    (claim,) = proposed("On 5 May 2031 sappers in Marsville discovered and safely detonated two mines.").claims

    assert claim.sub_event_type.value == "Disrupted weapons use"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A cart bumped over a landmine on Tuesday in Kupwara.", ["Remote explosive/landmine/IED"]),
        ("A cart bumped over a landmine in Kupwara.", []),
        ("On Tuesday, a cart bumped over a landmine.", []),
        ("A workshop on landmines opened on Tuesday in Kupwara.", []),
        ("A conference on the clearance of landmines was held on Tuesday in Kupwara.", []),
    ],
)
def test_a_weapon_alone_tells_what_happened_where_the_sentence_says_when_and_where(text, kinds):
    assert happened(text) == kinds


def test_what_a_group_is_only_accused_of_is_no_news():
    text = "Raids on the camp of a group that Newland accuses of carrying out deadly attacks in Marsville were justified."
    assert [t.kind for t in piece(text).news if text[t.spans[0][0] : t.spans[0][1]] == "deadly attacks"] == []


def test_what_somebody_says_of_an_attack_is_told_anew_and_of_the_attack_is_not():
    said = "The governor said {} Newland drone attack in Marsville on Sunday injured three people."
    assert [t.kind for t in piece(said.format("a")).news if t.kind == "Air/drone strike"] == ["Air/drone strike"]
    assert [t.kind for t in piece(said.format("the")).news if t.kind == "Air/drone strike"] == []


def test_an_attack_that_is_claimed_is_told_anew_where_it_is_one_of_which_nothing_was_said():
    said = "The Front claimed {} the day before that killed four soldiers in Marsville."

    assert {t.rule for t in piece(said.format("an attack")).news} >= {"term", "toll"}
    assert piece(said.format("the attack")).news == ()
    assert piece("Lawyers asked for an inquiry into an attack that killed four soldiers in Marsville.").news == ()


def test_what_somebody_is_accused_of_or_escaped_and_places_that_were_hit():
    assert {t.kind for t in piece("Police arrested a man in Marsville, accusing him of targeting clerics.").news} == {"Arrests"}
    assert {t.kind for t in piece("A cleric narrowly escaped an assassination attempt in Marsville.").happened} == {"Attack"}
    assert not piece("A cleric narrowly escaped being shot in Marsville.").happened
    assert "Attack" in {t.kind for t in piece("The Guards hit several locations in Marsville on Monday.").news}


def test_back_in_hit_back_hits_nothing():
    assert not piece("The army hit back against 'unacceptable' air attacks.").news
    assert not piece("Traders are wary of unrest in Marsville.").news


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two members of the Newland border guard were slain at Marsville on Tuesday.", "Armed clash"),
        ("Three members of the Taliban were shot dead at Marsville on Tuesday.", "Armed clash"),
        ("A former soldier was shot dead at Marsville on Tuesday.", "Attack"),
        ("Four patrolmen were shot dead at Marsville on Tuesday.", "Armed clash"),
        ("Soldiers beat back an assault at Marsville on Tuesday.", "Armed clash"),
        ("A garrison withstood an attack at Marsville on Tuesday.", "Armed clash"),
        ("Gunmen fell on an army patrol at Marsville on Tuesday.", "Armed clash"),
        ("Rifles and machine guns were used between two clans at Marsville on Tuesday.", "Armed clash"),
        ("A helicopter was hit by ground fire at Marsville on Tuesday.", "Armed clash"),
        ("Two men were shot dead after they opened fire at Marsville on Tuesday.", "Armed clash"),
        ("A drone let go a bomb over a shop at Marsville on Tuesday.", "Air/drone strike"),
        ("Rebels flew a drone with a charge into a barracks at Marsville on Tuesday.", "Air/drone strike"),
        ("Two attack drones damaged a workshop at Marsville on Tuesday.", "Air/drone strike"),
        ("A mast was destroyed from the air at Marsville on Tuesday.", "Air/drone strike"),
        ("Gendarmes took four men into custody at Marsville on Tuesday.", "Arrests"),
        ("Two fugitives, both bakers, were nabbed at Marsville on Tuesday.", "Arrests"),
        ("Police picked up a preacher at Marsville on Tuesday.", "Arrests"),
        ("Customs officers impounded 800 cartridges at Marsville on Tuesday.", "Disrupted weapons use"),
        ("A man was arrested with eleven grenades at Marsville on Tuesday.", "Arrests"),
        ("Masked men took a clerk off a bus at Marsville on Tuesday.", "Abduction/forced disappearance"),
        ("Six porters were led off at gunpoint at Marsville on Tuesday.", "Abduction/forced disappearance"),
        ("Bandits took two drivers hostage at Marsville on Tuesday.", "Abduction/forced disappearance"),
        ("Vandals wrecked a shrine at Marsville on Tuesday.", "Looting/property destruction"),
        ("Raiders burned nine grain stores at Marsville on Tuesday.", "Looting/property destruction"),
        ("Guards fired live rounds into a march at Marsville on Tuesday.", "Excessive force against protesters"),
        ("A sit-in was broken up by gendarmes at Marsville on Tuesday.", "Protest with intervention"),
        ("Shepherds walked to the town hall at Marsville on Tuesday, calling for a well.", "Peaceful protest"),
        ("A mob hacked a stranger to death at Marsville on Tuesday.", "Mob violence"),
        ("Rebels walked into Marsville without firing a shot on Tuesday.", "Non-state actor overtakes territory"),
        ("A boy lost a foot to a mine at Marsville on Tuesday.", "Remote explosive/landmine/IED"),
        ("A mine wounded a goatherd at Marsville on Tuesday.", "Remote explosive/landmine/IED"),
        ("Four rockets whistled into a market at Marsville on Tuesday.", "Shelling/artillery/missile attack"),
        ("A grenade lay smoking in a cafe at Marsville on Tuesday.", "Grenade"),
        ("Two clans signed a truce at Marsville on Tuesday.", "Agreement"),
        ("The army set up a new outpost at Marsville on Tuesday.", "Headquarters or base established"),
    ],
)
def test_the_kind_of_a_claim_is_told_by_who_did_what_to_whom_in_other_words(text, kind):
    assert [claim.sub_event_type.value for claim in proposed(text).claims] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The army displayed rockets at Marsville on Tuesday.",
        "Helicopters evacuated the wounded at Marsville on Tuesday.",
        "A quadcopter was spotted at Marsville on Tuesday.",
        "A workshop on grenades was held at Marsville on Tuesday.",
        "Talks on the truce were held at Marsville on Tuesday.",
        "Riot police paraded at Marsville on Tuesday.",
        "The explosives were meant, the court was told, for an attack at Marsville on Tuesday.",
    ],
)
def test_arms_and_names_alone_tell_of_no_event(text):
    assert proposed(text).claims == ()


def test_who_is_caught_in_a_fight_is_not_arrested():
    assert "Arrests" not in happened("Two men were caught in the crossfire at Marsville on Tuesday.")
    assert "Arrests" in happened("Two men were caught at a checkpoint at Marsville on Tuesday.")


def test_what_was_hit_was_not_what_hit():
    assert "Air/drone strike" not in happened("A helicopter came under fire at Marsville on Tuesday.")
    assert "Air/drone strike" in happened("A helicopter hit a farm at Marsville on Tuesday.")


def test_who_is_killed_is_told_before_what_was_taken_or_burned():
    (claim,) = proposed("Raiders killed two farmers and burned 20 houses at Marsville on Tuesday.").claims
    assert claim.sub_event_type.value == "Attack"
    (claim,) = proposed("Armed men who blocked the road at Marsville on Tuesday shot dead two drivers.").claims
    assert claim.sub_event_type.value == "Attack"


def test_a_letter_of_protest_and_a_number_of_attacks_are_no_event():
    assert not piece("The ministry handed the ambassador a note of protest in Marsville.").news
    assert all(t.aggregate for t in piece("The League recorded 37 abductions in Marsville last year.").triggers)
    assert not piece("The mayor of Marsville called a rally for Sunday noon.").happened


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels captured Marsville on Tuesday.", "Non-state actor overtakes territory"),
        ("Marsville was captured by rebels on Tuesday.", "Non-state actor overtakes territory"),
        ("Separatists took control of the border town of Marsville on Tuesday.", "Non-state actor overtakes territory"),
        ("The militia recaptured Marsville from the army on Tuesday.", "Non-state actor overtakes territory"),
        ("The army captured Marsville on Tuesday.", "Government regains territory"),
        ("Troops took back the town of Marsville on Tuesday.", "Government regains territory"),
        ("Marsville was retaken by government forces on Tuesday.", "Government regains territory"),
        ("The army took control of Marsville on Tuesday.", "Government regains territory"),
    ],
)
def test_who_takes_a_named_place_tells_whose_ground_it_becomes(text, kind):
    assert [claim.sub_event_type.value for claim in proposed(text).claims] == [kind]


def test_a_place_where_somebody_or_something_is_taken_is_not_taken():
    ground = {"Non-state actor overtakes territory", "Government regains territory"}
    assert ground.isdisjoint(happened("Troops captured two men in Marsville on Tuesday."))
    assert ground.isdisjoint(happened("The fight took place near Marsville on Tuesday."))
    assert ground.isdisjoint(happened("The swimmer took the cup at Marsville on Tuesday."))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fighting erupted between guards and smugglers at Marsville on Tuesday.", "Armed clash"),
        ("Hostilities flared between the army and the militia at Marsville on Tuesday.", "Armed clash"),
        ("A shooting incident between border guards took place at Marsville on Tuesday.", "Armed clash"),
        ("Five terrorists were sent to hell at Marsville on Tuesday.", "Armed clash"),
        ("An attempt by saboteurs to cross the border was foiled at Marsville on Tuesday.", "Armed clash"),
        ("Raiders attacked the post of the river guard at Marsville on Tuesday.", "Armed clash"),
        ("Raiders fired at a convoy of the army at Marsville on Tuesday.", "Armed clash"),
        ("A vaccination team came under fire at Marsville on Tuesday.", "Attack"),
        ("Raiders lined up the passengers and shot five of them at Marsville on Tuesday.", "Attack"),
        ("A girl set off the charge strapped to her body at Marsville on Tuesday.", "Suicide bomb"),
        ("A car packed with explosives rammed the gate of a barracks at Marsville on Tuesday.", "Suicide bomb"),
        ("A rider detonated himself beside a bus at Marsville on Tuesday.", "Suicide bomb"),
        ("A drone packed with explosives slammed into a depot at Marsville on Tuesday.", "Air/drone strike"),
        ("Shells filled with chlorine gas hit Marsville on Tuesday.", "Chemical weapon"),
        (
            "Raiders held up three trucks at Marsville on Tuesday and took away 60 tons of sorghum.",
            "Looting/property destruction",
        ),
        ("Raiders took away a miller at Marsville on Tuesday.", "Abduction/forced disappearance"),
        ("Rebels forcibly recruited 20 youths at Marsville on Tuesday.", "Abduction/forced disappearance"),
        ("Seven soldiers were held by villagers at Marsville on Tuesday.", "Abduction/forced disappearance"),
        ("Fighters violated three women at Marsville on Tuesday.", "Sexual violence"),
        ("A bomb near a school was discovered and made safe at Marsville on Tuesday.", "Disrupted weapons use"),
        ("The arrest of five clerks at Marsville on Tuesday was condemned.", "Arrests"),
        ("Riot police clear the road with tear gas at Marsville on Tuesday.", "Protest with intervention"),
        ("Police fired rubber bullets at protesters at Marsville on Tuesday.", "Protest with intervention"),
        (
            "Police fired at growers who were trying to block a road at Marsville on Tuesday.",
            "Excessive force against protesters",
        ),
        ("Stones flew at a police post at Marsville on Tuesday.", "Violent demonstration"),
        ("A march at Marsville turned ugly on Tuesday.", "Violent demonstration"),
        ("A wheel-jam strike was called at Marsville and kept on Tuesday.", "Peaceful protest"),
        ("A quarrel grew into mutual stone-throwing at Marsville on Tuesday.", "Mob violence"),
        ("Villagers killed two suspected robbers at Marsville on Tuesday.", "Mob violence"),
        ("Villagers were killed by suspected robbers at Marsville on Tuesday.", "Attack"),
        ("Twenty militants gave themselves up at Marsville on Tuesday.", "Change to group/activity"),
        ("Two suspects gave themselves up at Marsville on Tuesday.", "Arrests"),
        ("The army put up two observation posts at Marsville on Tuesday.", "Headquarters or base established"),
    ],
)
def test_news_of_each_kind_is_read_in_the_words_of_many_papers(text, kind):
    assert [claim.sub_event_type.value for claim in proposed(text).claims] == [kind]


def test_a_blast_may_turn_out_to_be_that_of_a_bomber():
    told = "An explosion in a mosque at Marsville killed 14 people on Tuesday. "
    (claim,) = proposed(told + "A man had mingled with the worshippers and detonated a vest.").claims
    assert claim.sub_event_type.value == "Suicide bomb"
    (claim,) = proposed(told + "The device had been left in a bag.").claims
    assert claim.sub_event_type.value == "Remote explosive/landmine/IED"


def test_a_protest_that_turned_ugly_may_end_in_shots_at_the_crowd():
    told = "A march of drivers at Marsville turned ugly on Tuesday. Guards fired live rounds into the crowd, killing a clerk."
    assert [claim.sub_event_type.value for claim in proposed(told).claims] == ["Excessive force against protesters"]


def test_a_movement_that_is_picked_up_is_nobody_who_is_taken():
    assert "Abduction/forced disappearance" not in happened("Movement was picked up by the guards at Marsville on Tuesday.")
    assert "Abduction/forced disappearance" in happened("A clerk was picked up by masked men at Marsville on Tuesday.")
