/* What every part of the page uses: the server's answers, elements, and the interface's words in the reader's language. */
"use strict";
const desk = {
  story: null, // as `geomap.decisions.state` gives it
  article: null, // the one that is shown, as `article_state` gives it
  at: { claim: null, field: null }, // where the reader stands: a claim, and one of its values or null for the whole
};

/** The element with an id. */
desk.get = (id) => document.getElementById(id);

/** The closed lists that controls offer. */
desk.lists = JSON.parse(desk.get("lists").textContent);

(() => {
  const { unseen } = desk.lists;
  const meant = new Map(Object.entries(unseen).map(([code, shown]) => [shown, String.fromCodePoint(code)]));

  const any = new RegExp(`[${Object.keys(unseen).map((code) => `\\u{${Number(code).toString(16)}}`).join("")}]`, "gu");

  /** A text whose characters that do not show are written out: "[U+202E]". */
  desk.shown = (text) => String(text).replace(any, (point) => unseen[point.codePointAt(0)]);

  /** Whether a code point does not show. */
  desk.isUnseen = (point) => point.codePointAt(0) in unseen;

  /** The text that is meant by one that was shown. */
  desk.meant = (text) => text.replace(/\[U\+[0-9A-F]{4,6}\]/g, (written) => meant.get(written) ?? written);
})();

/** A new element: its properties, then what it holds; a text is never markup, and nothing of it is unseen. */
desk.make = (tag, { attributes = {}, textContent, ...properties } = {}, ...held) => {
  const element = Object.assign(document.createElement(tag), properties);
  if (textContent !== undefined) desk.write(element, textContent);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...held.filter((one) => one !== null && one !== undefined));
  return element;
};

/** Write a text into an element. */
desk.write = (element, text) => {
  element.textContent = desk.shown(text);
};

/** The server's answer; what is wrong is thrown as an Error with `problems`, and `note` where only a note is missing. */
desk.ask = async (name, body = null) => {
  const sent = body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(name, sent || {});
  } catch {
    throw Object.assign(new Error(desk.t("ended")), { problems: [desk.t("ended")] });
  }
  const given = answer.headers.get("content-type")?.includes("json") ? await answer.json() : { problems: [await answer.text()] };
  if (!answer.ok) throw Object.assign(new Error(given.problems.join(" ")), given);
  return given;
};

(() => {
  const all = JSON.parse(desk.get("texts").textContent);
  const formats = new Map();
  const chosen = [localStorage.getItem("language"), ...navigator.languages.map((one) => one.slice(0, 2)), "en"];
  desk.language = chosen.find((code) => code in all);

  /** A text by its key, with `{name}` filled in. */
  desk.t = (key, values = {}) => {
    const text = all[desk.language].texts[key] ?? all.en.texts[key];
    if (text === undefined) console.error(`there is no text ${key}`);
    return (text ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };

  desk.texts = all.en.texts;

  /** All texts whose key begins so, by the rest of the key. */
  desk.allTexts = (start) => Object.fromEntries(Object.entries(all.en.texts).filter(([key]) => key.startsWith(start)).map(([key, text]) => [key.slice(start.length), text]));

  /** A number in the reader's language. */
  desk.number = (value, options = {}) => {
    const key = JSON.stringify([desk.language, options]);
    if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(all[desk.language].locale, options)); // making one takes long
    return formats.get(key).format(value);
  };

  /** Take a language for the page and all that stands in it; what articles say stays as it is. */
  desk.setLanguage = (code) => {
    desk.language = code;
    localStorage.setItem("language", code);
    document.documentElement.lang = code;
    document.documentElement.dir = all[code].direction;
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = desk.t(element.dataset.t);
    for (const element of document.querySelectorAll("[data-t-label]"))
      element.setAttribute("aria-label", desk.t(element.dataset.tLabel));
  };

  desk.languages = Object.entries(all).map(([code, { name }]) => [code, name]);
})();

/** Say something to the reader, above the page. */
desk.tell = (text, wrong = false) => {
  const told = desk.get("told");
  desk.write(told, text);
  told.classList.toggle("wrong", wrong);
};

/** What is wrong, with fields and controls called as the page calls them. */
desk.inPlainWords = (problems) =>
  problems
    .join(" ")
    .replace(/\b([a-z_]+)(\[\d+\])?(\.\w+)*:/g, (whole, name) => (`field.${name}` in desk.texts ? `${desk.t(`field.${name}`)}:` : whole))
    .replace(/\b(\w+) (?=is missing)/g, (whole, name) => (`ask.${name}` in desk.texts ? `${desk.t(`ask.${name}`)} ` : whole));

/** Run what may be refused; what is wrong is told. */
desk.tried = async (action) => {
  try {
    return await action();
  } catch (error) {
    desk.tell(error.problems ? desk.inPlainWords(error.problems) : String(error), true);
    if (!error.problems) throw error;
    return null;
  }
};
