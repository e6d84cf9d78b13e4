/* The keys, the toolbar, and the start. */
"use strict";
(() => {
  const move = (step) => {
    const stops = desk.stops();
    const at = stops.findIndex((stop) => stop.classList.contains("now"));
    desk.stand(stops[Math.min(stops.length - 1, Math.max(0, at + step))] || null);
  };

  const moveClaim = (step) => {
    const heads = desk.stops().filter((stop) => stop.classList.contains("head"));
    const at = heads.findIndex((head) => head.dataset.claim === desk.at.claim);
    const inside = desk.at.field !== null && step < 0 ? 0 : step;
    desk.stand(heads[Math.min(heads.length - 1, Math.max(0, at + inside))] || null);
  };

  const moveArticle = (step) => {
    const ids = desk.story.articles.map(({ id }) => id);
    const id = ids[ids.indexOf(desk.article.id) + step];
    return id ? desk.openArticle(id) : null;
  };

  /** Go to the next claim that waits, in this article or in the next that has one. */
  const next = async () => {
    const heads = desk.stops().filter((stop) => stop.classList.contains("head"));
    const at = heads.findIndex((head) => head.dataset.claim === desk.at.claim);
    const waits = (head) => head.parentElement.classList.contains("proposed");
    const head = heads.slice(at + 1).find(waits) || heads.find(waits);
    if (head) return desk.stand(head);
    const { articles } = desk.story;
    const here = articles.findIndex(({ id }) => id === desk.article.id);
    const other = [...articles.slice(here + 1), ...articles.slice(0, here)].find(({ waiting }) => waiting);
    if (other) return desk.openArticle(other.id);
    return desk.tell(desk.t("all.done"));
  };

  const accept = async () => {
    const { claim, value } = desk.here();
    if (!claim) return;
    if (value) {
      await desk.decide({ what: "accept", claim: claim.id, field: value.field });
      return move(1);
    }
    if (claim.state === "accepted") return next();
    await desk.decide({ what: "accept", claim: claim.id });
    await next();
  };

  /** Take back the last decision, or the one that is named. */
  desk.undo = async (id = null) => {
    await desk.named();
    const answer = await desk.ask("decide", { what: "undo", ...(id ? { id } : {}) });
    const article = answer.article || (await desk.ask(`article?id=${encodeURIComponent(desk.article.id)}`));
    desk.showCounters({ ...answer, article });
    desk.showArticle(article);
    desk.stand(desk.stops().find((stop) => stop.dataset.claim === answer.decision.claim) || desk.stops()[0] || null);
    desk.tell(desk.t("done", { what: desk.t("what.undo"), claim: answer.decision.claim || "" }));
  };

  /** Who decides is asked before anything else is. */
  const deciding = (ask) => async () => {
    await desk.named();
    return ask(desk.here());
  };
  const withClaim = (ask) => deciding((here) => (here.claim ? ask(here) : null));

  desk.KEYS = [
    { keys: ["Enter"], shown: "Enter", text: "key.accept", run: accept },
    { keys: ["j", "ArrowDown"], shown: "j ↓", text: "key.next", run: () => move(1) },
    { keys: ["k", "ArrowUp"], shown: "k ↑", text: "key.before", run: () => move(-1) },
    { keys: ["l", "ArrowRight"], shown: "l →", text: "key.next_claim", run: () => moveClaim(1) },
    { keys: ["h", "ArrowLeft"], shown: "h ←", text: "key.claim_before", run: () => moveClaim(-1) },
    { keys: ["n"], shown: "n", text: "key.next_article", run: () => moveArticle(1) },
    { keys: ["p"], shown: "p", text: "key.article_before", run: () => moveArticle(-1) },
    { keys: ["e"], shown: "e", asks: true, text: "key.edit", run: withClaim((here) => desk.askEdit(here)), tool: true },
    { keys: ["x"], shown: "x", asks: true, text: "key.reject", run: withClaim((here) => desk.askReject(here)), tool: true },
    { keys: ["a"], shown: "a", asks: true, text: "key.add", run: deciding((here) => desk.askAdd(here)), tool: true },
    { keys: ["g"], shown: "g", asks: true, text: "key.group", run: withClaim((here) => desk.askGroup(here)), tool: true },
    { keys: ["d"], shown: "d", asks: true, text: "key.difference", run: withClaim((here) => desk.askDifference(here)), tool: true },
    { keys: ["u"], shown: "u", text: "key.undo", run: () => desk.undo(), tool: true },
    { keys: ["i"], shown: "i", asks: true, text: "key.history", run: () => desk.askHistory(), tool: true },
    { keys: ["b"], shown: "b", asks: true, text: "key.bulk", run: deciding(() => desk.askBulk()), tool: true },
    { keys: ["o"], shown: "o", asks: true, text: "key.take_out", run: deciding(() => desk.askTakeOut()), tool: true },
    { keys: ["?"], shown: "?", asks: true, text: "key.help", run: () => desk.askKeys(desk.KEYS), tool: true },
  ];
  const byKey = new Map(desk.KEYS.flatMap((one) => one.keys.map((key) => [key, one])));

  /** A key by its Latin letter, on the keyboards of other scripts, too. */
  const named = ({ key, code, shiftKey }) => {
    if (key.length > 1) return key;
    if (key === "?" || (code === "Slash" && shiftKey && key > "\u007f")) return "?";
    return /^[a-z]$/i.test(key) || !code.startsWith("Key") ? key.toLowerCase() : code.slice(3).toLowerCase();
  };

  let doing = Promise.resolve();
  /** One after the other: a key that is pressed while the last is carried out waits for it; but nothing waits for a dialog. */
  const run = (one) => {
    doing = doing.then(() => {
      const done = desk.tried(async () => one.run());
      return one.asks ? null : done;
    });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || desk.get("dialog").open) return;
    const { target } = event;
    if (target.closest("select, input, textarea")) return;
    const one = byKey.get(named(event));
    if (!one) return;
    const scrolls = target.closest("#text, #map") && event.key.startsWith("Arrow");
    const presses = event.key === "Enter" && target.closest("button:not(.stop), a");
    if (scrolls || presses) return;
    event.preventDefault();
    run(one);
  });

  desk.get("claims").addEventListener("click", (event) => {
    const stop = event.target.closest(".stop");
    if (stop) desk.stand(stop);
  });

  desk.get("articles").addEventListener("change", (event) => desk.openArticle(event.target.value));

  const translate = () => {
    desk.get("tools").replaceChildren(
      desk.make("button", { type: "button", textContent: desk.t("key.accept"), title: "Enter", onclick: () => run(byKey.get("Enter")) }),
      ...desk.KEYS.filter(({ tool }) => tool).map((one) => desk.make("button", { type: "button", textContent: desk.t(one.text), title: one.shown, onclick: () => run(one) })),
    );
    if (desk.story) desk.showStory(desk.story);
    if (desk.article) desk.showClaims(desk.article, false);
  };

  desk.get("languages").append(...desk.languages.map(([code, name]) => desk.make("option", { value: code, textContent: name, lang: code, selected: code === desk.language })));
  desk.get("languages").addEventListener("change", (event) => {
    desk.setLanguage(event.target.value);
    translate();
  });

  desk.tried(async () => {
    const { article, problems } = JSON.parse(desk.get("first").textContent);
    desk.setLanguage(desk.language);
    translate();
    if (problems) throw Object.assign(new Error(), { problems });
    if (article) desk.showArticle(article);
    else desk.tell(desk.t("articles.none"));
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))); // the text is seen first
    doing = desk.ask("state").then(desk.showStory); // and a key waits for the rest
    await doing;
    await desk.openMap();
    if (desk.here().claim) desk.showPlaceAgain();
  });
})();
