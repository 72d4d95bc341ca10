// SPDX-License-Identifier: MIT
// Search on the reader's machine: asks Pagefind's index, and writes what it found as text, never as HTML.
"use strict";

const box = document.getElementById("search");
const form = box.querySelector("form");
const status = box.querySelector("[role=status]");
const list = box.querySelector("ol");
const more = box.querySelector("button[value=more]");
const help = box.querySelector(".search__nothing");
const row = box.querySelector("template").content.firstElementChild;
const words = box.dataset;
const root = words.root;
const bundles = words.bundles.split(" ");
const SHOWN = 10; // results at a time
const LONGEST = 320; // characters of a sentence
const FILTERS = ["section", "year", "topic"];
const folder = (name) => `${root}/search/${name}/`;

// Pagefind starts a worker; the page's policy demands that someone vouches for its address, and for no other.
if (globalThis.trustedTypes) {
  const workers = new Set(bundles.map((name) => new URL(`${folder(name)}pagefind-worker.js`, location).href));
  trustedTypes.createPolicy("default", {
    createScriptURL: (address) => (workers.has(new URL(address, location).href) ? address : undefined),
  });
}

let found = []; // of the present question
let shown = 0;
let asked = 0; // counts questions, so that a late answer to an earlier one is dropped
let older; // the promise of the older bundles, once they are asked for

const ready = (() => {
  let engine;
  return () => (engine ??= open());
})();

/** The newest bundle, opened: what first results come from. */
async function open() {
  const pagefind = await import(`${folder(bundles[0])}pagefind.js`);
  await pagefind.options({ baseUrl: `${root}/`, excerptLength: 32 });
  await pagefind.init();
  return pagefind;
}

/** All other bundles, one after another, joined to the first. */
function rest(pagefind) {
  older ??= bundles.slice(1).reduce(
    (before, name) =>
      before.then(() => pagefind.mergeIndex(folder(name), { baseUrl: `${root}/`, language: name.replace(/-\d+$/, "") })),
    Promise.resolve(),
  );
  return older;
}

/** What the form asks: {q, sort, section, year, topic}, empty ones left out. */
function question() {
  return Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, value.trim()]).filter(([, value]) => value));
}

/** Take the question of the page's address into the form. */
function restore() {
  const asked_for = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = asked_for.get(field.name) ?? "";
    if (field.tagName === "SELECT" && value && ![...field.options].some((one) => one.value === value)) {
      field.add(new Option(value, value)); // a filter that is not loaded yet
    }
    field.value = value;
  }
}

async function search({ remember }) {
  const { q = "", sort, ...filters } = question();
  const turn = ++asked;
  if (remember) history.replaceState(null, "", `?${new URLSearchParams(question())}`);
  if (!q && !Object.keys(filters).length) return clear();
  status.textContent = words.searching;
  try {
    const pagefind = await ready();
    const options = { filters, ...(sort === "newest" ? { sort: { date: "desc" } } : {}) };
    const ask = () => pagefind.search(q || null, options);
    let answer = await ask();
    if (turn !== asked) return;
    await show(answer.results, bundles.length > 1, turn);
    if (bundles.length > 1) {
      await rest(pagefind);
      answer = await ask();
      if (turn === asked) await show(answer.results, false, turn);
    }
    offer(pagefind);
  } catch (error) {
    if (turn === asked) status.textContent = words.broken;
    throw error;
  }
}

async function show(results, unfinished, turn) {
  found = results;
  const items = await page(0);
  if (turn !== asked) return;
  list.replaceChildren(...items);
  shown = items.length;
  const count = results.length === 1 ? words.one : words.many.replace("{}", results.length.toLocaleString(words.tag));
  status.textContent = unfinished ? `${count} ${words.older}` : results.length ? count : words.none;
  help.hidden = unfinished || results.length > 0;
  more.hidden = shown >= found.length;
}

async function page(start) {
  const data = await Promise.all(found.slice(start, start + SHOWN).map((one) => one.data()));
  return data.map(item);
}

function item(one) {
  const made = row.cloneNode(true);
  const link = made.querySelector("a");
  link.href = one.meta.place || one.url; // a paper may stand on several sites
  link.textContent = one.meta.title;
  const facts = [one.meta.date && day(one.meta.date), one.meta.section].filter(Boolean);
  made.querySelector(".search__facts").textContent = facts.join(" · ");
  made.querySelector(".search__excerpt").replaceChildren(...sentence(one));
  return made;
}

/** The first sentence with a word that was found, the words in it marked, as nodes: never as HTML. */
function sentence(one) {
  const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };
  const plain = (text) => text.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => entities[entity]);
  const marked = [...one.excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map((match) => plain(match[1]));
  const text = plain(one.content);
  // The headline stands above already
  const told = text.startsWith(one.meta.title) ? text.slice(one.meta.title.length).search(/[^.\s]|$/) + one.meta.title.length : 0;
  const spots = marked.map((word) => text.indexOf(word, told)).filter((spot) => spot >= 0);
  const spot = spots.length ? Math.min(...spots) : told;
  const ends = [...text.slice(told).matchAll(/[.!?…。！？؟।]["”’»)]*(?=\s|$)/g)].map((end) => told + end.index + end[0].length);
  const from = ends.findLast((end) => end <= spot) ?? told;
  const to = ends.find((end) => end > spot) ?? text.length;
  return nodes(shortened(text.slice(from, to).trim(), spot - from), new Set(marked));
}

/** At most LONGEST characters around a place in the text, cut between words. */
function shortened(text, spot) {
  if (text.length <= LONGEST) return text;
  const from = spot < LONGEST ? 0 : text.indexOf(" ", spot - LONGEST / 2) + 1;
  const to = from + LONGEST < text.length ? text.lastIndexOf(" ", from + LONGEST) : text.length;
  return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

function nodes(text, marked) {
  return text.split(/(\s+)/).map((part) => {
    if (!marked.has(part)) return document.createTextNode(part);
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}

/** The day of `2031-03-20 09:15` in the paper's words; the clock and zone of the reader have no part in it. */
function day(stated) {
  const [year, month, date] = stated.slice(0, 10).split("-").map(Number);
  const options = { day: "numeric", month: "long", timeZone: "UTC" };
  const parts = new Intl.DateTimeFormat(words.tag, options).formatToParts(Date.UTC(year, month - 1, date));
  return `${date} ${parts.find((part) => part.type === "month").value} ${year}`; // as on every other page
}

/** Fill the filters once, from the whole index. */
async function offer(pagefind) {
  if (offer.done) return;
  offer.done = true;
  const all = await pagefind.filters();
  for (const key of FILTERS) {
    const field = form.elements[key];
    const chosen = field.value;
    const counts = Object.entries(all[key] ?? {});
    counts.sort(key === "year" ? (a, b) => b[0] - a[0] : (a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
    const names = counts.slice(0, 200).map(([name]) => name);
    if (chosen && !names.includes(chosen)) names.unshift(chosen);
    field.replaceChildren(field.options[0], ...names.map((name) => new Option(name, name)));
    field.value = chosen;
    field.closest("label").hidden = names.length === 0;
  }
}

function clear() {
  list.replaceChildren();
  status.textContent = "";
  more.hidden = help.hidden = true;
}

let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => search({ remember: true }), 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search({ remember: true });
});
form.elements.q.addEventListener("focus", () => ready(), { once: true });
form.addEventListener("pointerdown", () => ready().then((engine) => rest(engine).then(() => offer(engine))), { once: true });
more.addEventListener("click", async () => {
  const items = await page(shown);
  list.append(...items);
  shown += items.length;
  more.hidden = shown >= found.length;
  items[0]?.querySelector("a").focus();
});
box.querySelector("button[value=widen]").addEventListener("click", () => {
  for (const key of FILTERS) form.elements[key].value = "";
  search({ remember: true });
  form.elements.q.focus();
});
// Arrows lead through the results, as people who search with a keyboard expect
box.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.tagName === "SELECT") return;
  const stops = [form.elements.q, ...list.querySelectorAll("a")];
  const next = stops[stops.indexOf(event.target) + step];
  if (stops.includes(event.target) && next) {
    event.preventDefault();
    next.focus();
  }
});
addEventListener("popstate", () => {
  restore();
  search({ remember: false });
});

box.hidden = false;
restore();
search({ remember: false });
