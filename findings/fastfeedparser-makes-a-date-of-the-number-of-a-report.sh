#!/usr/bin/env bash
# Guess: an entry of a feed without a date, or with one that cannot be read ("3 mai 2024"), has no "published", as in feedparser.
# Seen: fastfeedparser then reads the guid as a date, if it is not a web address. Of the numbers 1 to 9999, a common guid, all but one become one: 15 is the
#   15th of this month, 45 the year 2045, 1999 the year 1999, 1205 the year 1205, each on the day and month of today, or its 28th; "10-3" is 3 October of
#   this year. Numbers of five digits and more give nothing. So it goes for French, German, Russian and Arabic dates and for 31 April. atoma reads each of
#   these foreign months as March of the right year, on the day of the month that today is ("Fr, 03 Dez 2024", asked on the 30th, is 30 March 2024).
# Versions: fastfeedparser 0.6.5, atoma 0.0.17, feedparser 6.0.14, python-dateutil 4.0.0 (PyPI)
# Why it matters for maps of events: reports without a date look dated, spread over years by their numbers, or all in March; read tomorrow, the same report
#   has another day.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check fastfeedparser==0.6.5 atoma==0.0.17 feedparser==6.0.14 python-dateutil==4.0.0 >/dev/null 2>&1
v/bin/python -W ignore - <<'P'
import datetime, time, atoma, fastfeedparser, feedparser
def feed(guid, date): return f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><link>http://a.example/</link><description>d</description><item><title>x</title><link>http://a.example/1</link><guid isPermaLink="false">{guid}</guid>{date}</item></channel></rss>'
def fast(guid, date=""): return (lambda got: got and got[:10])(fastfeedparser.parse(feed(guid, date))["entries"][0].get("published"))
def plain(guid, date=""): return feedparser.parse(feed(guid, date)).entries[0].get("published_parsed")
def old(date): return (lambda got: got and str(got.date()))(atoma.parse_rss_bytes(feed("a", date).encode()).items[0].pub_date)
while datetime.datetime.now().strftime("%H%M") > "2356": time.sleep(5)  # not over midnight
today = datetime.date.today()
for guid in ("15", "45", "1999", "1205", "10-3", "report-12", "12345", "http://a.example/1999"): print("guid", guid, "without a date: fastfeedparser", fast(guid), "| feedparser", plain(guid))
assert fast("15") == f"{today:%Y-%m}-15" and fast("10-3") == f"{today:%Y}-10-03"
for year in ("1999", "1205"): assert fast(year)[:7] == f"{year}-{today:%m}"
assert fast("45")[:7] == f"2045-{today:%m}"
assert [fast(guid) for guid in ("report-12", "12345", "http://a.example/1999")] == [None] * 3
dated = sum(fast(str(number)) is not None for number in range(1, 10000)); print("of the numbers 1 to 9999, read as a date:", dated); assert dated > 9900
for text in ["3 mai 2024", "Fr, 03 Dez 2024 10:00:00 +0100", "Пт, 03 мая 2024 10:00:00 +0300", "الجمعة 03 مايو 2024 10:00", "Fri, 31 Apr 2024 10:00:00 +0000"]:
    date = f"<pubDate>{text}</pubDate>"; print(text, "with guid 1999: fastfeedparser", fast("1999", date), "| atoma", old(date), "| feedparser", plain("1999", date))
    assert fast("1999", date)[:4] == "1999" and plain("1999", date) is None
    assert old(date) is None if "Apr" in text else old(date) == f"2024-03-{today:%d}"
assert fast("1999", "<pubDate>Fri, 03 May 2024 10:00:00 +0430</pubDate>") == "2024-05-03"
P
