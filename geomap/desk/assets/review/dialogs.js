/* What is asked of the reader: one dialog, with other controls for each decision. */
"use strict";
(() => {
  /** Ask: what is answered goes to `send`; what is wrong with it is told in the dialog, which stays. True once it is sent. */
  desk.dialog = (title, controls, send, { yes = "save", focus = null } = {}) =>
    new Promise((resolve) => {
      const dialog = desk.get("dialog");
      const form = dialog.querySelector("form");
      desk.write(desk.get("asked"), title);
      desk.get("fields").replaceChildren(...controls);
      desk.get("wrong").textContent = "";
      desk.get("yes").textContent = desk.t(yes);
      desk.get("yes").hidden = !send;
      desk.get("no").textContent = desk.t(send ? "cancel" : "close");
      let note = null;
      let sent = false;
      let waiting = false;
      // Enter saves from every control; a browser would open a list with it, which the arrows change as well.
      form.onkeydown = (event) => {
        if (event.key !== "Enter" || !event.target.matches("select, input[type=checkbox], input[type=radio]")) return;
        event.preventDefault();
        form.requestSubmit();
      };
      form.onsubmit = async (event) => {
        event.preventDefault();
        if (!send || waiting) return;
        waiting = true;
        try {
          await send(note ? note.value.trim() : undefined);
          sent = true;
          dialog.close();
        } catch (error) {
          if (!error.problems) throw error;
          desk.write(desk.get("wrong"), desk.inPlainWords(error.problems));
          if (error.note && !note) {
            note = desk.input("");
            desk.get("fields").append(desk.field("note", note));
          }
          if (error.note) note.focus();
        } finally {
          waiting = false;
        }
      };
      desk.get("no").onclick = () => dialog.close();
      dialog.onclose = () => {
        form.onsubmit = null;
        resolve(sent);
        desk.stops().find((stop) => stop.classList.contains("now"))?.focus({ preventScroll: true });
      };
      dialog.showModal();
      (focus || desk.get("fields").querySelector("select, input") || desk.get(send ? "yes" : "no")).focus();
    });

  /** Send a decision; what it changed is drawn. */
  desk.decide = async (request) => {
    await desk.named();
    const { claim } = desk.here();
    const saw = claim && request.claim === claim.id ? { saw: claim.saw } : {};
    const answer = await desk.ask("decide", { ...saw, ...request, showing: desk.article.id });
    desk.showCounters(answer);
    desk.showArticle(answer.article);
    desk.tell(desk.t("done", { what: desk.t(`what.${answer.decision.what}`), claim: answer.decision.claim || request.claim || request.incident || "" }) + (answer.decision.field ? `: ${desk.t(`field.${answer.decision.field}`)}` : ""));
    return answer;
  };

  /** Who decides: asked once, and kept with the story. */
  desk.named = async () => {
    if (desk.story.by) return;
    const name = desk.input("");
    const given = await desk.dialog(desk.t("name.ask"), [desk.make("p", { textContent: desk.t("name.why") }), desk.field("name", name)], async () =>
      desk.showStory(await desk.ask("name", { name: name.value })),
    );
    if (!given) throw Object.assign(new Error(), { problems: [desk.t("name.first")] });
  };

  const reasons = () => {
    const list = desk.choice(["", ...desk.story.reasons], ""); // none is chosen for her: it would be recorded as hers
    const own = desk.input("");
    return { controls: [desk.field("reason_own", own), desk.field("reason", list)], read: () => own.value.trim() || list.value, focus: own };
  };

  const wayOut = () => desk.choice([["withdraw", desk.t("what.withdraw.why")], ["retract", desk.t("what.retract.why")]], "withdraw");

  /** Take out every claim of the article: what waits is rejected, what was accepted withdrawn or retracted, each a decision. */
  desk.askTakeOut = () => {
    const [reason, way, { claims }] = [reasons(), wayOut(), desk.article];
    const accepted = claims.some(({ state }) => state === "accepted");
    const controls = [...(accepted ? [desk.field("way", way)] : []), ...reason.controls];
    return desk.dialog(desk.t("take_out.ask", { article: desk.article.title, claims: desk.number(claims.length) }), controls, async () => {
      // Drawn once at the end: between two decisions the map would ask for the place of a claim that is gone when it answers.
      for (const [n, { id, state, saw }] of claims.entries()) {
        const request = { what: state === "accepted" ? way.value : "reject", claim: id, saw, reason: reason.read() };
        await (n < claims.length - 1 ? desk.ask("decide", request) : desk.decide(request));
      }
    }, { yes: "reject", focus: reason.focus });
  };

  /** Reject a claim that waits or one value; withdraw or retract a claim that was accepted. */
  desk.askReject = ({ claim, value }) => {
    const reason = reasons();
    const accepted = claim.state === "accepted" && !value;
    const way = wayOut();
    const title = desk.t("reject.ask", { what: value ? `${desk.t(`field.${value.name}`)} ${desk.inWords(value.name, value.value)}` : claim.id });
    return desk.dialog(title, [...(accepted ? [desk.field("way", way)] : []), ...reason.controls], () =>
      desk.decide({ what: accepted ? way.value : "reject", claim: claim.id, ...(value ? { field: value.field } : {}), reason: reason.read() }),
    { yes: "reject", focus: reason.focus });
  };

  /** Edit a value: by the control for its kind. */
  desk.askEdit = async ({ claim, value }) => {
    const target = value || claim.values.find(({ name }) => name === "sub_event_type");
    if (target.name === "place") return desk.askPlace(claim, target);
    const form = desk.form(target.name, target.value);
    const words = desk.make("p", { className: "words", textContent: (target.words || []).map((one) => `“${one}”`).join(" … ") });
    return desk.dialog(desk.t("edit.ask", { field: desk.t(`field.${target.name}`) }), [words, ...form.controls], (note) =>
      desk.decide({ what: "edit", claim: claim.id, field: target.field, value: form.read(), ...(note ? { note } : {}) }),
    );
  };

  /** Choose a place: of those that its words may mean, several, or none. */
  desk.askPlace = async (claim, target) => {
    const list = desk.make("div", { className: "places", attributes: { role: "radiogroup", "aria-label": desk.t("ask.place") } });
    const [name, reason] = [desk.input(""), desk.input("")];
    let found = [];
    let looked = ""; // the name that the list is of
    const several = desk.make("input", { type: "checkbox" });
    const chosen = () => [...list.querySelectorAll("input.place:checked")].map((one) => found[Number(one.value)]);
    const fill = async () => {
      const wanted = name.value.trim();
      found = (await desk.placesOf(claim, wanted)).candidates;
      looked = wanted;
      const type = several.checked ? "checkbox" : "radio";
      const shown = JSON.stringify(target.value);
      const same = found.filter((one) => JSON.stringify(one.value) === shown); // several where a name is not yet anybody's
      const option = (value, checked, ...text) => desk.make("label", { className: "place" }, desk.make("input", { type, name: "place", value, checked, className: value === "none" ? "" : "place" }), ...text);
      list.replaceChildren(
        ...found.map((one, n) => option(String(n), !several.checked && (wanted ? n === 0 : same.length === 1 && one === same[0]), desk.make("bdi", { textContent: one.value.join(" · ") }), desk.make("small", { textContent: [one.level, one.within, one.why, desk.distanceOf(one.region)].filter(Boolean).join(" · ") }))),
        ...(found.length ? [] : [desk.make("p", { className: "note", textContent: desk.t("place.unknown") })]),
        ...(several.checked ? [] : [option("none", false, desk.make("span", { textContent: desk.t("place.none") }))]),
      );
    };
    list.addEventListener("change", () => {
      const [one] = chosen();
      desk.drawRegion(one ? one.region : { located: false, reason: desk.t("place.none") });
    });
    const look = () => (name.value.trim() === looked ? null : desk.tried(fill));
    name.addEventListener("change", look);
    name.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || name.value.trim() === looked) return; // once it is looked for, Enter saves as elsewhere
      event.preventDefault();
      look();
    });
    several.addEventListener("change", () => desk.tried(fill));
    if ((await desk.tried(() => fill().then(() => true))) === null) return false;
    const controls = [list, desk.field("place_name", name), desk.field("several", several), desk.field("reason_own", reason)];
    const focus = list.querySelector("input:checked") || list.querySelector("input");
    return desk.dialog(desk.t("edit.ask", { field: desk.t("field.place") }), controls, (note) => {
      const places = chosen();
      if (name.value.trim() !== looked || !list.querySelector("input:checked")) throw Object.assign(new Error(), { problems: [desk.t("place.choose")] });
      const why = reason.value.trim() ? { reason: reason.value.trim() } : {};
      const value = several.checked || !places.length ? null : places[0].value;
      const many = several.checked ? { several: places.map((one) => one.value.join(", ")) } : {};
      if (value === null && !several.checked && !why.reason) why.reason = desk.t("place.none");
      return desk.decide({ what: "edit", claim: claim.id, field: "place", value, ...(value && places[0].row ? { row: places[0].row } : {}), ...many, ...why, ...(note ? { note } : {}) });
    }, { focus });
  };

  /** Choose words of the text: those that are selected, or those that are typed; one of several places where they stand. */
  const chooser = () => {
    const stretch = desk.selected();
    const words = desk.input(stretch ? desk.shown(desk.wordsAt(stretch)) : "");
    const which = desk.choice([]);
    const list = () => {
      const found = desk.standing(words.value);
      which.replaceChildren(...found.map(([start, end]) => desk.make("option", { value: `${start} ${end}`, textContent: `…${desk.wordsAt([Math.max(0, start - 30), end + 30])}…`, selected: stretch && start === stretch[0] })));
    };
    list();
    const read = () => {
      if (!which.value) throw Object.assign(new Error(), { problems: [desk.t("words.none")] });
      return [which.value.split(" ").map(Number)];
    };
    return { controls: [desk.field("words", words), desk.field("which", which)], read, words, list, which };
  };

  /** Add a value that was missed, or a claim where the reader stands at none. */
  desk.askAdd = async ({ claim }) => {
    if (desk.article.text === null) return desk.tell(desk.t("text.none", { file: `texts/${desk.article.id}.txt` }), true);
    const free = claim ? desk.FIELDS.filter((one) => !desk.ONCE.includes(one) || !claim.values.some(({ name, derivation }) => name === one && derivation !== "dateline")) : [];
    const options = [...free.map((one) => [one, desk.t(`field.${one}`)]), ["claim", desk.t("add.claim")]];
    const field = desk.choice(options, options[0][0]);
    const choose = chooser();
    const gives = desk.choice([]);
    const hand = desk.make("div");
    let form = null;
    let ways = [];
    const name = () => (field.value === "claim" ? "sub_event_type" : field.value);
    let deriving = Promise.resolve();
    const derive = () => {
      deriving = deriving.then(derived);
      return deriving;
    };
    const derived = async () => {
      choose.list();
      ways = choose.which.value ? await desk.ask("derive", { article: desk.article.id, field: name(), spans: choose.read() }).catch(() => []) : [];
      gives.replaceChildren(...ways.map((one, n) => desk.make("option", { value: String(n), textContent: desk.inWords(name(), one.value) })), desk.make("option", { value: "hand", textContent: desk.t("add.hand") }));
      byHand();
    };
    const byHand = () => {
      form = gives.value === "hand" ? desk.form(name(), null) : null;
      hand.replaceChildren(...(form ? form.controls : []));
    };
    for (const control of [choose.words, field]) control.addEventListener("change", derive);
    choose.which.addEventListener("change", derive);
    gives.addEventListener("change", byHand);
    await derive();
    const value = () => (form ? { value: name() === "place" ? [form.read()] : form.read() } : ways[Number(gives.value)]); // with the spans that give it
    return desk.dialog(desk.t("add.ask"), [...choose.controls, desk.field("field", field), desk.field("gives", gives), hand], async (note) => {
      await deriving; // Enter may come before what the words give
      const spans = choose.read();
      const more = { ...value(), ...(note ? { note } : {}) };
      if (field.value !== "claim") return desk.decide({ what: "add", claim: claim.id, field: field.value, spans, ...more });
      const answer = await desk.decide({ what: "add", article: desk.article.id, spans: [desk.sentenceAt(spans[0][0])], sub_event_type: { spans, ...more } });
      desk.stand(desk.stops().find((stop) => stop.dataset.claim === answer.decision.claim) || null);
      return answer;
    }, { focus: choose.words });
  };

  /** Put an accepted claim into an incident, or into one of its own. */
  desk.askGroup = async ({ claim }) => {
    const [incidents, likely] = (await desk.tried(() => Promise.all([desk.ask("incidents"), desk.ask(`likely?claim=${encodeURIComponent(claim.id)}`)]))) || [];
    if (!incidents) return false;
    const rank = ({ id }) => likely.findIndex((one) => one.incident === id) + 1 || incidents.length + 1;
    const isOwn = ({ id, claims }) => id === claim.incident || claims.some((told) => told.claim === claim.id);
    const others = incidents.filter((one) => !isOwn(one)).sort((one, other) => rank(one) - rank(other));
    const options = [...others.map((one) => [one.id, `${one.id} · ${one.title || ""} (${one.claims.map((told) => told.claim).join(", ")})`]), ["", desk.t("group.own")]];
    const [incident, reason] = [desk.choice(options, options[0][0]), desk.input("")];
    const fill = () => (reason.value = likely.find((one) => one.incident === incident.value)?.reason || "");
    incident.addEventListener("change", fill);
    fill();
    return desk.dialog(desk.t("group.ask", { claim: claim.id }), [desk.field("incident", incident), desk.field("reason_own", reason)], () =>
      desk.decide({ ...(incident.value ? { what: "group", incident: incident.value } : { what: "split" }), claim: claim.id, reason: reason.value }),
    );
  };

  /** Record where the accounts of an incident differ, which is better, and why. */
  desk.askDifference = async ({ claim }) => {
    const incident = claim.incident && (await desk.tried(() => desk.ask(`incident?id=${encodeURIComponent(claim.incident)}`)));
    if (!incident || incident.told.length < 2) return desk.tell(desk.t("difference.none"), true);
    const fields = ["killed", "injured", "days", "place", "actors", "targets", "weapons", "sub_event_type", "statements", "victims", "site_count", "precision of days", "precision of place", "incident"];
    const waiting = incident.to_judge.join(" ");
    const field = desk.choice(fields, fields.find((one) => waiting.includes(one)) || fields[0]);
    const says = incident.told.map((one) => [one.id, desk.input("")]);
    const fill = () => {
      const told = ({ name, value }) => name === field.value.replace("precision of ", "") || (name === "counts" && value.of === field.value);
      for (const [n, [, control]] of says.entries()) control.value = incident.told[n].values.filter(told).map((one) => desk.inWords(one.name, one.value)).join("; ");
    };
    field.addEventListener("change", fill);
    fill();
    const better = desk.choice([["", desk.t("difference.neither")], ...says.map(([id]) => [id, id])], "");
    const reason = desk.input("");
    const told = incident.to_judge.map((one) => desk.make("p", { className: "note", textContent: one }));
    const controls = [...told, desk.field("differs", field), ...says.map(([id, control]) => desk.make("label", { className: "field" }, desk.make("bdi", { textContent: id }), control)), desk.field("better", better), desk.field("reason_own", reason)];
    return desk.dialog(desk.t("difference.ask", { incident: incident.id }), controls, () => {
      const versions = new Map();
      for (const [id, control] of says) if (control.value.trim()) versions.set(control.value.trim(), [...(versions.get(control.value.trim()) || []), id]);
      return desk.decide({ what: "difference", incident: incident.id, field: field.value, versions: [...versions].map(([words, claims]) => ({ says: words, claims })), ...(better.value ? { better: better.value } : {}), reason: reason.value });
    });
  };

  /** Accept all waiting claims that are on the screen and sure enough. */
  desk.askBulk = async () => {
    const view = desk.get("claims").getBoundingClientRect();
    const seen = [...desk.get("claims").querySelectorAll(".claim.proposed")].filter((card) => {
      const box = card.getBoundingClientRect();
      return box.top >= Math.max(view.top, 0) - 1 && box.bottom <= Math.min(view.bottom, innerHeight) + 1;
    });
    const shown = desk.article.claims.filter(({ id }) => seen.some((card) => card.dataset.claim === id));
    const least = desk.input(Math.round(desk.story.asserted * 100), { type: "number", min: 0, max: 100, step: 1 });
    const stated = () => Number(least.value) / 100;
    const list = desk.make("ul");
    const sure = () => shown.filter((claim) => claim.least_sure === null || claim.least_sure >= stated());
    const fill = () => list.replaceChildren(...sure().map((claim) => desk.make("li", { textContent: claim.id })));
    least.addEventListener("input", fill);
    fill();
    return desk.dialog(desk.t("bulk.ask", { seen: shown.length }), [desk.field("least", least), list], async () => {
      for (const claim of sure()) await desk.decide({ what: "accept", claim: claim.id, saw: claim.saw, sure: stated() });
    }, { yes: "accept" });
  };

  /** What was decided on the article, or in the whole story, the last first; each that holds can be taken back. */
  desk.askHistory = async () => {
    const all = await desk.tried(() => desk.ask("history"));
    if (!all) return false;
    const own = new Set(desk.article.claims.map(({ incident }) => incident).filter(Boolean));
    const isHere = (one) => (one.article ? one.article === desk.article.id : one.incidents.some((id) => own.has(id)));
    const whole = desk.make("input", { type: "checkbox" });
    const list = desk.make("ul", { className: "history" });
    const back = (one) => {
      const label = desk.t("history.back");
      const press = async () => {
        if ((await desk.tried(() => desk.undo(one.id).then(() => true))) === null) desk.write(desk.get("wrong"), desk.get("told").textContent);
        else desk.get("dialog").close();
      };
      return one.holds && one.what !== "undo" ? desk.make("button", { type: "button", textContent: label, onclick: press, attributes: { "aria-label": `${label}: ${one.claim || one.incidents.join(", ")} ${desk.t(`what.${one.what}`)}` } }) : null;
    };
    const row = (one) => desk.make("li", { className: one.holds ? "" : "gone" }, desk.make("bdi", { textContent: `${one.claim || one.incidents.join(", ")}: ${desk.oldDecision(one)}${one.holds ? "" : ` · ${desk.t("history.gone")}`} ` }), back(one));
    const fill = () => list.replaceChildren(...all.filter((one) => whole.checked || isHere(one)).slice(-200).reverse().map(row));
    whole.addEventListener("change", fill);
    fill();
    return desk.dialog(desk.t("history.ask"), [desk.field("whole", whole), list], null);
  };

  /** The keys. */
  desk.askKeys = (keys) =>
    desk.dialog(desk.t("keys"), [desk.make("dl", {}, ...keys.flatMap(({ shown, text }) => [desk.make("dt", {}, desk.make("kbd", { textContent: shown })), desk.make("dd", { textContent: desk.t(text) })]))], null);
})();
