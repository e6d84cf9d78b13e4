/* The first script, in words that old engines know: where the page cannot start, its still form stays and says what is missing. */
(function (geomap) {
  "use strict";

  var root = document.documentElement;
  var blocked = "";
  var said = "";
  root.removeAttribute("data-ready"); // of a saved copy
  root.className = "starting"; // hides the still form: most readers never need it

  function show() {
    var app = document.getElementById("app"); // which is laid out by a script
    if (app) app.hidden = true;
    document.getElementById("still-why").textContent = said;
  }

  /** Give up starting, and say why; the first reason counts. */
  geomap.failed = function (why) {
    if (said || root.getAttribute("data-ready")) return;
    said = blocked ? why + " (" + blocked + ")" : why;
    root.className = "failed";
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
    else show();
  };

  /** What the page cannot do without and does not have here; empty where all is there. */
  geomap.missing = function () {
    if (!window.getComputedStyle(root).getPropertyValue("--ground")) return "styles are blocked: style-src";
    try {
      new window.DecompressionStream("deflate-raw");
    } catch (error) {
      return "DecompressionStream deflate-raw: " + error.message;
    }
    return "";
  };

  document.addEventListener("securitypolicyviolation", function (event) {
    blocked = "Content-Security-Policy: " + event.effectiveDirective;
  });
  window.addEventListener("error", function (event) {
    geomap.failed(event.message || "a script failed");
  });
  window.addEventListener("unhandledrejection", function (event) {
    geomap.failed(String(event.reason));
  });
  window.addEventListener("load", function () {
    if (!geomap.isStarting) geomap.failed("the last script of the page did not run");
  });
})((window.geomap = window.geomap || {}));
