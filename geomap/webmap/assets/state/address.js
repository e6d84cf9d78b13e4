/* The page's place in the browser's history: its address holds the state, and Back closes the card that was opened. */
(function (geomap) {
  "use strict";

  class Address {
    constructor(page) {
      this.page = page;
      this.isPushed = false; // whether the entry of the history that is shown was made for a card
      // An entry that is not ours comes from an address that was changed by hand: `hashchange` tells of that.
      window.addEventListener("popstate", ({ state }) => state && this._gone(state.isCard));
      window.addEventListener("hashchange", ({ newURL }) => this._followed(new URL(newURL).hash));
    }

    /** The link to what is shown now. */
    get link() {
      return `${location.href.replace(/#.*/, "")}#${geomap.toHash(this.page.store.state)}`;
    }

    /** Keep the state, ten times a second at most: browsers complain of more, as while a window is dragged. */
    keep(changed) {
      if (changed.has("selected") && this.page.store.state.selected !== null && !this.isPushed) this._push();
      if (this._keeping) return;
      this._keeping = setTimeout(() => {
        this._keeping = null;
        this._write("replaceState");
      }, 100);
    }

    /** An entry for the card. One is enough: other cards, also after it was closed, stand in the same. */
    _push() {
      this._write("replaceState"); // so that it is known when Back leads to it
      this.isPushed = this._write("pushState", true);
    }

    _write(how, isCard = this.isPushed) {
      try {
        history[how]({ isCard }, "", `#${geomap.toHash(this.page.store.state)}`);
        return isCard;
      } catch {
        return false; // a page inside another document has no address of its own
      }
    }

    /** Back or Forward was pressed. */
    _gone(isCard) {
      const wasCard = this.isPushed;
      this.isPushed = isCard;
      if (isCard || !wasCard) return;
      // Back from a card closes it and leaves all else. One that is closed already: the reader wants to leave.
      this._left = location.hash;
      if (this.page.selectedRow === null) history.back();
      else this.page.close();
      this._write("replaceState");
    }

    /** The address was changed by hand, by a link on the page, or by Forward. */
    _followed(hash) {
      const left = this._left;
      this._left = null;
      if (hash === left) return;
      this.page.follow(geomap.fromHash(hash));
    }
  }

  geomap.Address = Address;
})((window.geomap = window.geomap || {}));
