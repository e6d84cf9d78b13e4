/* The right control for each kind of value: what a person fills in, and the value that it gives. */
"use strict";
(() => {
  const { statuses: STATUSES, befell: OF, relations: RELATIONS } = desk.lists;
  const BEARINGS = ["", ...desk.lists.bearings];

  /** A control under its name. */
  desk.field = (name, control) => desk.make("label", { className: "field" }, desk.make("span", { textContent: desk.t(`ask.${name}`) }), control);

  desk.input = (value = "", attributes = {}) => desk.make("input", { value: value ?? "", attributes: { autocomplete: "off", spellcheck: "false", ...attributes } });

  desk.choice = (options, value) =>
    desk.make("select", {}, ...options.map((one) => {
      const [code, text] = Array.isArray(one) ? one : [one, one];
      return desk.make("option", { value: code, textContent: text || "—", selected: code === value });
    }));

  const number = (control) => (control.value.trim() === "" ? undefined : Number(control.value));
  const text = (control) => control.value.trim() || undefined;
  /** Only what is given: a key that is left out has its default. */
  const given = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== ""));
  const DAY = { pattern: "\\d{4}-\\d{2}-\\d{2}", placeholder: "2024-01-16", inputmode: "numeric" };
  const WHOLE = { type: "number", min: 0, step: 1 };
  const NEEDED = { "data-needed": "" };

  /** Controls for a field and how to read them: {controls, read()}; `value` is what stands there now, or null. */
  desk.form = (name, value) => {
    const { controls, read } = formOf(name, value);
    const filled = () => {
      const empty = controls.find((one) => one.querySelector("[data-needed]")?.value.trim() === "");
      if (!empty) return read();
      empty.querySelector("input").focus();
      throw Object.assign(new Error(), { problems: [desk.t("write", { field: empty.querySelector("span").textContent })] });
    };
    return { controls, read: filled };
  };

  const formOf = (name, value) => {
    const of = value ?? {};
    switch (name) {
      case "sub_event_type": {
        const kind = desk.choice(desk.story.kinds, value);
        return { controls: [desk.field("kind", kind)], read: () => kind.value };
      }
      case "days": {
        const [first, last] = [desk.input(of.first, DAY), desk.input(of.last, DAY)];
        const basis = desk.choice([["event", desk.t("days.event")], ["report", desk.t("days.report")]], of.basis || "event");
        first.addEventListener("change", () => (last.value = last.value || first.value));
        const read = () => given({ first: text(first), last: text(last), basis: basis.value === "report" ? "report" : undefined });
        return { controls: [desk.field("first", first), desk.field("last", last), desk.field("basis", basis)], read };
      }
      case "counts": {
        const kind = desk.choice(OF.map((one) => [one, desk.t(`of.${one}`)]), of.of || "killed");
        const [low, high, whom] = [desk.input(of.low, { ...WHOLE, ...NEEDED }), desk.input(value ? of.high : undefined, WHOLE), desk.input(of.whom)];
        low.addEventListener("change", () => (high.value = high.value === "" || Number(high.value) < Number(low.value) ? low.value : high.value));
        const read = () => given({ of: kind.value, low: number(low), high: number(high), whom: text(whom) });
        return { controls: [desk.field("of", kind), desk.field("low", low), desk.field("high", high), desk.field("whom", whom)], read };
      }
      case "actors":
      case "targets": {
        const [named, status] = [desk.input(name === "actors" ? of.name : of.what, NEEDED), desk.choice(STATUSES, of.status || "stated")];
        const read = () => given({ [name === "actors" ? "name" : "what"]: text(named), status: status.value === "stated" ? undefined : status.value });
        return { controls: [desk.field(name, named), desk.field("status", status)], read };
      }
      case "victims": {
        const [who, kind] = [desk.input(of.who, NEEDED), desk.choice(OF.map((one) => [one, desk.t(`of.${one}`)]), of.of || "killed")];
        return { controls: [desk.field("who", who), desk.field("of", kind)], read: () => given({ who: text(who), of: kind.value === "killed" ? undefined : kind.value }) };
      }
      case "site_count": {
        const [low, high] = [desk.input(of.low, { ...WHOLE, ...NEEDED }), desk.input(of.high, WHOLE)];
        return { controls: [desk.field("low", low), desk.field("high", high)], read: () => given({ low: number(low), high: number(high) }) };
      }
      case "statements": {
        const relation = desk.choice(RELATIONS, of.relation || "distance");
        const [place, km, to] = [desk.input(of.of, NEEDED), desk.input(of.distance_m === undefined ? "" : of.distance_m / 1000, { type: "number", min: 0, step: "any" }), desk.input(of.to)];
        const bearing = desk.choice(BEARINGS, of.bearing || "");
        const read = () => given({ ...of, relation: relation.value, of: text(place), distance_m: number(km) === undefined ? undefined : number(km) * 1000, bearing: bearing.value || undefined, to: text(to) });
        return { controls: [desk.field("relation", relation), desk.field("of_place", place), desk.field("km", km), desk.field("bearing", bearing), desk.field("to", to)], read };
      }
      default: {
        const words = desk.input(value ?? "", NEEDED);
        return { controls: [desk.field(name, words)], read: () => text(words) };
      }
    }
  };

  /** The fields that a claim can have. */
  desk.FIELDS = ["sub_event_type", "days", "place", "counts", "actors", "targets", "victims", "weapons", "statements", "site_count"];
  desk.ONCE = ["sub_event_type", "days", "place", "site_count"];
})();
