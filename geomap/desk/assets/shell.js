
"use strict";
(() => {
  const [section, heading, words, frame] = ["problems", "heading", "words", "map"].map((id) => document.getElementById(id));
  let drawn = "";

  /** Say something above the map; what is quiet is only heard. */
  const say = (title, text = "", quiet = false) => {
    section.classList.toggle("quiet", quiet);
    heading.textContent = title;
    words.hidden = !text;
    words.textContent = text;
  };

  /** Load the map where it is another; its address keeps what its reader chose. */
  const draw = (version) => {
    if (!version || version === drawn) return;
    // Until the first map has begun to arrive, to reload the frame would load nothing again; nor has an error a document.
    if (frame.contentDocument?.location.pathname === "/map") frame.contentWindow.location.reload();
    else frame.src = `/map${location.hash}`;
    drawn = version;
    frame.hidden = false;
  };

  frame.addEventListener("load", () => {
    document.title = frame.contentDocument?.title || document.title;
  });
  // A reload of this page keeps the reader's view, too.
  addEventListener("beforeunload", () => {
    if (drawn) history.replaceState(null, "", frame.contentWindow.location.hash || "#");
  });

  const source = new EventSource("/events");
  source.addEventListener("message", ({ data }) => {
    const { version, problems } = JSON.parse(data);
    draw(version);
    if (problems) say(drawn ? "The map below is the last good one" : "There is no map yet", problems);
    else if (drawn) say("The map is up to date", "", true);
  });
  source.addEventListener("error", () => say("The server has ended; start geomap serve again"));
})();
