"""Kinds of event: ACLED's sub-event types, the event type each belongs to, and the symbol each has on the map."""

from __future__ import annotations

#: ACLED's sub-event types and the event type each belongs to (ACLED Codebook, 2023).
EVENT_TYPES: dict[str, str] = {
    "Armed clash": "Battles",
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Air/drone strike": "Explosions/Remote violence",
    "Chemical weapon": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Abduction/forced disappearance": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Sexual violence": "Violence against civilians",
    "Excessive force against protesters": "Protests",
    "Peaceful protest": "Protests",
    "Protest with intervention": "Protests",
    "Mob violence": "Riots",
    "Violent demonstration": "Riots",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}

#: The symbol each sub-event type has on the map. Several share one: a reader tells seven shapes apart, not twenty-five.
KINDS: dict[str, str] = {
    "Air/drone strike": "strike",
    "Shelling/artillery/missile attack": "strike",
    "Suicide bomb": "bombing",
    "Remote explosive/landmine/IED": "bombing",
    "Grenade": "bombing",
    "Armed clash": "clash",
    "Attack": "attack",
    "Abduction/forced disappearance": "attack",
    "Sexual violence": "attack",
    "Excessive force against protesters": "protest",
    "Peaceful protest": "protest",
    "Protest with intervention": "protest",
    "Mob violence": "protest",
    "Violent demonstration": "protest",
    "Arrests": "arrest",
}
