/* The dates below the strip: where years begin; in a span of days, each day or every few. */
(function (geomap) {
  "use strict";

  const APART = 30; // pixels from one day's number to the next
  const LETTER = 6.5; // pixels, about

  /** The text of each bin that begins a year. */
  function yearsOf(dates) {
    const begins = (date, bin) => bin === 0 || date.slice(0, 4) !== dates[bin - 1].slice(0, 4);
    return dates.flatMap((date, bin) => (begins(date, bin) ? [[bin, geomap.date(date, "year")]] : []));
  }

  /** Full dates of the first day and where months begin, then days by their number alone. */
  function daysOf(dates, wide) {
    const step = [1, 2, 7].find((days) => days * wide > APART) || 14;
    const full = dates.flatMap((date, bin) => (bin && !date.endsWith("-01") ? [] : [[bin, geomap.date(date)]]));
    const days = dates.map((date, bin) => [bin, geomap.number(Number(date.slice(8)))]).filter(([bin]) => bin % step === 0);
    return [...full.slice(1), ...full.slice(0, 1), ...days];
  }

  /** What is written below a strip of some width: x, text, and whether it stands before x, where it would end outside. */
  geomap.stripDates = ({ unit, starts, bins }, width) => {
    const wide = width / bins;
    const dates = Array.from({ length: bins }, (_, bin) => geomap.day(starts[bin]));
    const marks = [];
    for (const [bin, text] of unit === "day" ? daysOf(dates, wide) : yearsOf(dates)) {
      const x = bin * wide;
      const long = LETTER * text.length + 8;
      const isBefore = x + long > width;
      const [start, end] = isBefore ? [x - long, x] : [x, x + long];
      if (marks.every((one) => end <= one.start || start >= one.end)) marks.push({ x, text, isBefore, start, end });
    }
    return marks;
  };
})((window.geomap = window.geomap || {}));
