/* The article: its words as they stand, with the words of each value marked by its kind. */
"use strict";
(() => {
  let points = []; // the text's code points: all offsets count these
  let pieces = []; // {start, end, element, of: "claim field" of each value that stands there}

  const keyOf = (claim, field) => `${claim.id} ${field}`;

  /** Every stretch of words that a value stands on. */
  const marked = (article) => {
    const found = [];
    for (const claim of article.claims)
      for (const value of claim.values)
        for (const [start, end] of [...value.spans, ...value.attributed_spans])
          found.push({ start, end, of: keyOf(claim, value.field), name: value.name });
    return found;
  };

  const grouped = (marks) => {
    const found = new Map();
    for (const mark of marks) found.set(mark.start, [...(found.get(mark.start) || []), mark]);
    return found;
  };

  /** Show an article's text; the same one only gets new marks. */
  desk.showText = (article) => {
    const place = desk.get("text");
    const top = place.scrollTop;
    const same = place.dataset.article === article.id;
    place.dataset.article = article.id;
    desk.write(desk.get("headline"), article.title);
    desk.write(desk.get("source"), [article.publisher, article.published, article.address].filter(Boolean).join(" · "));
    place.replaceChildren();
    pieces = [];
    if (article.text === null) {
      points = [];
      place.append(desk.make("p", { className: "note", textContent: desk.t("text.none", { file: `texts/${article.id}.txt` }) }));
      return;
    }
    points = Array.from(article.text);
    const marks = marked(article);
    const hidden = points.flatMap((point, n) => (desk.isUnseen(point) ? [n, n + 1] : [])); // each is a piece of its own
    const ends = marks.flatMap(({ start, end }) => [start, end]);
    const cuts = [...new Set([0, points.length, ...hidden, ...ends])].sort((a, b) => a - b);
    const begin = grouped(marks);
    let open = [];
    for (let n = 0; n + 1 < cuts.length; n += 1) {
      const [start, end] = [cuts[n], cuts[n + 1]];
      open = [...open.filter((mark) => mark.end > start), ...(begin.get(start) || [])];
      const words = points.slice(start, end).join("");
      const element = desk.make(open.length ? "mark" : "span", { textContent: words });
      if (open.length) element.className = `of-${open.at(-1).name}`;
      const unseen = element.textContent !== words;
      element.classList.toggle("unseen", unseen);
      pieces.push({ start, end, unseen, element, of: new Set(open.map((mark) => mark.of)) });
      place.append(element);
    }
    if (same) place.scrollTop = top;
  };

  /** Show which words the value stands on where the reader is; those of the whole claim, where she is at none of its values. */
  desk.pointInText = (claim, field) => {
    const wanted = claim ? new Set((field ? [field] : claim.values.map((value) => value.field)).map((one) => keyOf(claim, one))) : new Set();
    let first = null;
    for (const { element, of } of pieces) {
      const now = [...of].some((one) => wanted.has(one));
      element.classList.toggle("now", now);
      if (now && !first) first = element;
    }
    if (!first) return;
    const place = desk.get("text");
    const [box, view] = [first.getBoundingClientRect(), place.getBoundingClientRect()];
    if (box.top < view.top || box.bottom > view.bottom) place.scrollTop += box.top - view.top - view.height / 3;
  };

  /** The words that are selected in the text, as [start, end] in code points without blanks around; null where none are. */
  desk.selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const at = (node, offset) => {
      const holder = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      const piece = pieces.find(({ element }) => element === holder);
      if (piece?.unseen) return offset ? piece.end : piece.start;
      if (piece) return piece.start + Array.from(node.textContent.slice(0, node.nodeType === Node.TEXT_NODE ? offset : 0)).length;
      if (holder !== desk.get("text")) return null;
      return offset < pieces.length ? pieces[offset].start : points.length;
    };
    let [start, end] = [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)];
    if (start === null || end === null) return null;
    while (start < end && /\s/u.test(points[start])) start += 1;
    while (end > start && /\s/u.test(points[end - 1])) end -= 1;
    return start < end ? [start, end] : null;
  };

  /** Where the same words stand in the text, each as [start, end]. */
  desk.standing = (words) => {
    const wanted = Array.from(desk.meant(words.trim()));
    const found = [];
    if (!wanted.length) return found;
    for (let start = 0; start + wanted.length <= points.length; start += 1)
      if (wanted.every((point, n) => points[start + n] === point)) found.push([start, start + wanted.length]);
    return found;
  };

  /** The words of a stretch. */
  desk.wordsAt = ([start, end]) => points.slice(start, end).join("");

  /** The stretch of the sentence around an offset. */
  desk.sentenceAt = (offset) => {
    let [start, end] = [offset, offset];
    while (start > 0 && !/[.!?\n]/u.test(points[start - 1])) start -= 1;
    while (end < points.length && !/[.!?\n]/u.test(points[end])) end += 1;
    if (points[end] && points[end] !== "\n") end += 1;
    while (start < end && /\s/u.test(points[start])) start += 1;
    return [start, end];
  };
})();
