#!/usr/bin/env bash
# Guess: sunrise, noon and sunset of 1 May 2024, asked for with the time zone of the place, all lie on 1 May there, in this order.
# Seen: in Apia (172 W, but UTC+13) astral gives sunrise and sunset of 1 May, but the noon of 2 May, so noon comes
#   after sunset. suntime gives all of 2 May when it is asked for 1 May. Tonga, Kiritimati and the Chatham Islands are the same. Without a time zone
#   (the default is UTC) astral's dusk of New York comes before dawn: it belongs to the evening before. Auckland, Kabul and Honolulu are right
#   in both, and suncalc, from the moment of noon there, has all three on 1 May.
# Versions: astral 3.2, suntime 1.4.0, suncalc 2.0.2 (npm)
# Why it matters for maps of events: the height of the sun is used to date photos and to tell day attacks from night attacks.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent suncalc@2.0.2
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check astral==3.2 suntime==1.4.0 tzdata==2025.2
v/bin/python - <<'P'
import datetime, json, zoneinfo, astral.sun, suntime
day = datetime.date(2024, 5, 1)
places = {"Apia": (-13.8, -171.8, "Pacific/Apia"), "Tongatapu": (-21.1, -175.2, "Pacific/Tongatapu"), "Kiritimati": (1.9, -157.4, "Pacific/Kiritimati"),
          "Chatham": (-43.9, -176.5, "Pacific/Chatham"), "Auckland": (-36.9, 174.8, "Pacific/Auckland"), "Kabul": (34.5, 69.2, "Asia/Kabul"), "Honolulu": (21.3, -157.9, "Pacific/Honolulu")}
odd = {"Apia", "Tongatapu", "Kiritimati", "Chatham"}
for name, (lat, lon, tz) in places.items():
    zone = zoneinfo.ZoneInfo(tz)
    a = astral.sun.sun(astral.Observer(lat, lon), day, tzinfo=zone)
    s = suntime.Sun(lat, lon); rise, down = (f(datetime.datetime(2024, 5, 1), time_zone=zone) for f in (s.get_sunrise_time, s.get_sunset_time))
    print(f"{name:10} astral: rise {a['sunrise']:%d %H:%M} noon {a['noon']:%d %H:%M} set {a['sunset']:%d %H:%M} | suntime: rise {rise:%d %H:%M} set {down:%d %H:%M}")
    assert a["sunrise"].day == a["sunset"].day == 1
    assert (a["noon"].day, rise.day, down.day) == ((2, 2, 2) if name in odd else (1, 1, 1)), name
ny = astral.sun.sun(astral.Observer(40.7, -74), day)
print("New York in UTC:", {k: f"{v:%d %H:%M}" for k, v in ny.items()})
assert ny["dusk"] < ny["dawn"] < ny["sunset"]
json.dump({k: [*v, datetime.datetime(2024, 5, 1, 12, tzinfo=zoneinfo.ZoneInfo(v[2])).isoformat()] for k, v in places.items()}, open("p.json", "w"))
P
cat > t.mjs <<'E'
import assert from 'node:assert'; import { readFileSync } from 'node:fs'; import * as SunCalc from 'suncalc';
for (const [name, [lat, lon, timeZone, noon]] of Object.entries(JSON.parse(readFileSync('p.json')))) {
  const t = (SunCalc.getTimes ?? SunCalc.default.getTimes)(new Date(noon), lat, lon);
  const days = [t.sunrise, t.solarNoon, t.sunset].map(x => new Intl.DateTimeFormat('en', { timeZone, day: 'numeric' }).format(x));
  console.log(name, 'suncalc: days', days.join(' ')); assert.deepEqual(days, ['1', '1', '1']);
}
E
node t.mjs
