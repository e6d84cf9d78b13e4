/*
How a link is written so that nothing on its way changes it: the values are of letters, digits and `- . _ ~` alone, which no
program encodes. `.` and `_` part values; any other sign is `~` and two digits for each of its bytes, as `%` is elsewhere.
*/
(function (geomap) {
  "use strict";

  const WRITTEN = /^(?:[A-Za-z0-9-]|~[0-9A-F]{2})*$/;
  const code = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  const MOST = 3; // so often a link may have been encoded

  /** A value as it stands in a link. */
  geomap.inLink = (text) =>
    encodeURIComponent(text)
      .replace(/[_.!~*'()]/g, code)
      .replaceAll("%", "~");

  /** A value from a link; one of a former version of the page was encoded as addresses usually are. */
  geomap.fromLink = (text) => {
    if (WRITTEN.test(text)) {
      try {
        return decodeURIComponent(text.replaceAll("~", "%"));
      } catch {
        // Nothing that we wrote.
      }
    }
    // Encoded on its way: those signs were encoded by none of our versions.
    return /[=&]|%(?:2d|2e|5f|7e)/i.test(text) ? undefined : decodeURIComponent(text);
  };

  /** The parts of a link as it stands, and as it was before some program encoded it, perhaps more than once. */
  geomap.asSent = (hash) => {
    const forms = [hash.replace(/^#/, "")];
    try {
      while (forms.length <= MOST) forms.push(decodeURIComponent(forms.at(-1)).replaceAll("&amp;", "&"));
    } catch {
      // It was not encoded.
    }
    return [...new Set(forms)].map((form) => form.split("&").filter(Boolean));
  };
})((window.geomap = window.geomap || {}));
