#!/usr/bin/env bash
# Guess: a town inside the polygon of a warning is 0 km from it, and a town beside a long edge as far as the edge; with a radius of 50 km both
#   get the warning.
# Seen: the distance is that to the nearest corner of the polygon. The middle of a square of 222 by 222 km is 157 km away from it, and a town 1 km
#   outside the middle of an edge 111 km, so with a radius of 50 km the feed has no warning for either. With 100 points on each edge the town beside
#   it is 1 km away, but the one in the middle is still 111 km from a warning that is meant for it. An item whose area is a georss:box is left out.
# Versions: georss-client 2026.6.1
# Why it matters for maps of events: feeds of fires, floods and disasters are filtered by this code before they reach people; those who live in the
#   middle of a large area are told nothing.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check georss-client==2026.6.1
v/bin/python - <<'P'
import contextlib, functools, http.server, threading
from georss_client.feed import GeoRssFeed
from georss_client.feed_entry import FeedEntry
class Entry(FeedEntry):
    attribution = None
class Feed(GeoRssFeed):
    def _new_entry(self, home, item, data): return Entry(home, item)
def ring(n):  # a square of 2 by 2 degrees round 0, 0, with n parts to a side
    side = [-1 + 2 * i / n for i in range(n)]
    r = [(-1, x) for x in side] + [(x, 1) for x in side] + [(1, -x) for x in side] + [(-x, -1) for x in side]
    return " ".join(f"{lat} {lon}" for lat, lon in r + r[:1])
def write(name, body):
    open(name, "w").write(f'<rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel><title>t</title><item><title>fire</title>'
                          f'<guid>1</guid>{body}</item></channel></rss>')
write("coarse.xml", f"<georss:polygon>{ring(1)}</georss:polygon>"); write("fine.xml", f"<georss:polygon>{ring(100)}</georss:polygon>")
write("box.xml", "<georss:box>-1 -1 1 1</georss:box>")
class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *a): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet); threading.Thread(target=server.serve_forever, daemon=True).start()
def ask(name, home, radius=None):
    status, entries = Feed(home, f"http://127.0.0.1:{server.server_port}/{name}.xml", filter_radius=radius).update()
    assert status == "OK", status
    return [round(e.distance_to_home, 1) for e in entries]
inside, beside = (0.0, 0.0), (0.0, 1.009)
want = {"coarse": ([157.2], [111.2], [], []), "fine": ([111.2], [1.0], [], [1.0]), "box": ([], [], [], [])}
for name, expected in want.items():
    got = ask(name, inside), ask(name, beside), ask(name, inside, 50), ask(name, beside, 50)
    print(f"{name:6} inside: {got[0]} km, 1 km outside the edge: {got[1]} km | with a radius of 50 km: {got[2]} {got[3]}")
    assert got == expected, name
server.shutdown()
P
