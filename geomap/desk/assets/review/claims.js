/* The claims of an article: each with its values, how sure each is, and what was decided. */
"use strict";
(() => {
  const range = ({ low, high }) =>
    high === undefined || high === null ? desk.t("least", { low }) : low === high ? String(low) : desk.t("to", { low, high });

  /** A value as its reader reads it. */
  desk.inWords = (name, value) => {
    if (value === null || value === undefined) return "—";
    switch (name) {
      case "days": {
        const { first, last, basis } = value;
        const days = first && last ? (first === last ? first : desk.t("to", { low: first, high: last })) : first ? desk.t("days.from", { first }) : last ? desk.t("days.by", { last }) : desk.t("days.none");
        return basis === "report" ? `${days} · ${desk.t("days.report")}` : days;
      }
      case "place":
        return value.join(" · ");
      case "counts":
        return `${desk.t(`of.${value.of}`)}: ${range(value)}${value.whom ? ` (${value.whom})` : ""}`;
      case "actors":
        return value.status ? `${value.name} · ${value.status}` : value.name;
      case "targets":
        return value.status ? `${value.what} · ${value.status}` : value.what;
      case "victims":
        return value.of ? `${value.who} · ${value.of}` : value.who;
      case "site_count":
        return range(value);
      case "statements":
        return [value.distance_m ? `${desk.number(value.distance_m / 1000)} km` : "", value.bearing || "", value.relation, value.of, value.to ? `– ${value.to}` : ""].filter(Boolean).join(" ");
      default:
        return String(value);
    }
  };

  const sureness = (sure, derivation = "") => (sure === null ? desk.t(derivation === "dateline" ? "sure.report" : "sure.person") : desk.t("sure", { sure: desk.number(Math.floor(sure * 100 + 1e-9)) }));

  /** A value as a decision has it; of what has no form of its own, such as a correction, its JSON. */
  const decided = (field, value) => {
    const known = field && field in desk.allTexts("field.");
    if (value !== null && typeof value === "object" && !known) return JSON.stringify(value);
    return desk.inWords(known ? field : "", value);
  };

  /** A decision in a line: who, when, what, which value, why. */
  desk.oldDecision = (decision) =>
    desk.t("decision", {
      by: decision.by,
      what: desk.t(`what.${decision.what}`),
      day: decision.at.slice(0, 10),
      value: [decision.before, decision.after].map((one) => decided(decision.field, one)).filter((one, n, both) => n === 1 || one !== both[1]).join(" → "),
      reason: decision.reason || "—",
    });

  const note = (textContent) => desk.make("p", { className: "note wrong", textContent });

  /** Two decisions that cannot both hold, side by side. */
  const conflict = (pair) =>
    desk.make("div", { className: "conflict" }, note(desk.t("conflict")), ...pair.map((one) => desk.make("p", { textContent: desk.oldDecision(one) })));

  const valueRow = (claim, value) => {
    const state = value.decided ? `decided-${value.decided.what}` : value.asserted ? "asserted" : "doubtful";
    const row = desk.make(
      "button",
      { type: "button", className: `stop value ${state}`, tabIndex: -1 },
      desk.make("span", { className: `name of-${value.name}`, textContent: desk.t(`field.${value.name}`) }),
      desk.make("bdi", { className: "what", textContent: desk.inWords(value.name, value.value) }),
      desk.make("span", { className: "how", textContent: [value.attributed_to ? desk.t("says", { who: value.attributed_to }) : "", value.decided ? desk.t(`what.${value.decided.what}`) : sureness(value.sure, value.derivation)].filter(Boolean).join(" · ") }),
    );
    row.dataset.claim = claim.id;
    row.dataset.field = value.field;
    return row;
  };

  const claimCard = (claim) => {
    const [kind] = claim.values;
    const head = desk.make(
      "button",
      { type: "button", className: "stop head", tabIndex: -1 },
      desk.make("span", { className: "state", textContent: desk.t(`state.${claim.state}`) }),
      desk.make("bdi", { className: "what", textContent: `${claim.id.slice(claim.id.lastIndexOf("/") + 1)} · ${kind ? desk.inWords("kind", kind.value) : ""}` }),
      desk.make("span", { className: "how", textContent: claim.state === "proposed" && claim.least_sure !== null ? sureness(claim.least_sure) : claim.incident || "" }),
    );
    head.dataset.claim = claim.id;
    const notes = [...claim.asked.map((one) => note(`${desk.t("asked")} ${one.why} ${desk.oldDecision(one.decision)}`)), ...claim.conflicts.map(conflict)];
    return desk.make(
      "section",
      { className: `claim ${claim.state}`, attributes: { "aria-label": claim.id, "data-claim": claim.id } },
      head,
      ...notes,
      ...claim.values.map((value) => valueRow(claim, value)),
    );
  };

  /** Every place where the reader can stand, in order. */
  desk.stops = () => [...desk.get("claims").querySelectorAll(".stop")];

  const isAt = (stop) => stop.dataset.claim === desk.at.claim && (stop.dataset.field ?? null) === desk.at.field;

  /** The claim where the reader stands, and its value there. */
  desk.here = () => {
    const claim = desk.article?.claims.find(({ id }) => id === desk.at.claim) || null;
    return { claim, value: claim?.values.find(({ field }) => field === desk.at.field) || null };
  };

  /** Stand at a stop: its words are shown, its place is drawn. */
  desk.stand = (stop, focus = true) => {
    desk.at = stop ? { claim: stop.dataset.claim, field: stop.dataset.field ?? null } : { claim: null, field: null };
    for (const one of desk.stops()) {
      const now = one === stop;
      one.classList.toggle("now", now);
      one.tabIndex = now ? 0 : -1;
      if (now) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    if (stop && focus) {
      stop.focus({ preventScroll: true });
      stop.scrollIntoView({ block: "nearest" });
    }
    const { claim, value } = desk.here();
    desk.pointInText(claim, value?.field);
    desk.showPlace(claim);
  };

  /** Draw the claims of an article; the reader stays where she was, or stands at what is next to be decided. */
  desk.showClaims = (article, focus = true) => {
    const place = desk.get("claims");
    const top = place.scrollTop;
    const lost = article.asked.filter(({ claim }) => claim === null);
    place.replaceChildren(
      ...(article.stale ? [desk.make("p", { className: "note wrong", textContent: desk.t("stale") })] : []),
      ...lost.map((one) => note(`${desk.t("asked")} ${one.why} ${desk.oldDecision(one.decision)}`)),
      ...article.claims.map(claimCard),
      ...(article.claims.length ? [] : [desk.make("p", { className: "note", textContent: desk.t("claims.none") })]),
    );
    place.scrollTop = top;
    const stops = desk.stops();
    const waiting = stops.find((stop) => stop.classList.contains("head") && stop.parentElement.classList.contains("proposed"));
    desk.stand(stops.find(isAt) || waiting || stops[0] || null, focus);
  };

  const inList = ({ id, title, waiting }) => `${waiting ? `(${desk.number(waiting)}) ` : "✓ "}${id} · ${title}`;

  /** Show what a decision changed of the story's counters and of one article in the list. */
  desk.showCounters = ({ left, decided, article }) => {
    const { story } = desk;
    Object.assign(story, { left, decided });
    desk.write(desk.get("title"), story.title);
    desk.write(desk.get("counters"), desk.t(left ? "counters" : "counters.done", { left: desk.number(left), decided: desk.number(decided) }));
    const n = article ? story.articles.findIndex(({ id }) => id === article.id) : -1;
    if (n < 0) return;
    story.articles[n].waiting = article.waiting;
    desk.write(desk.get("articles").options[n], inList(story.articles[n]));
  };

  /** Show the story's counters and its articles. */
  desk.showStory = (story) => {
    desk.story = story;
    desk.showCounters(story);
    const shown = desk.article?.id;
    desk.get("articles").replaceChildren(...story.articles.map((one) => desk.make("option", { value: one.id, selected: one.id === shown, textContent: inList(one) })));
    if (story.problems.length) desk.tell(story.problems.join(" "), true);
  };

  /** Show an article. */
  desk.showArticle = (article, focus = true) => {
    const other = desk.article?.id !== article.id;
    desk.article = article;
    if (other) desk.at = { claim: null, field: null };
    desk.get("articles").value = article.id;
    desk.showText(article);
    desk.showClaims(article, focus);
  };

  /** Ask for an article and show it. */
  desk.openArticle = (id) => desk.tried(async () => desk.showArticle(await desk.ask(`article?id=${encodeURIComponent(id)}`)));
})();
