// SPDX-License-Identifier: MIT
// A careless reader, run by browse.py in a page of its own beside the pages that it opens in frames of it.
// `allowed` is {elements, attributes, scripts, host}. What comes back are the things that no template writes.
(allowed) => {
  const ADDRESSES = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "background"];
  const frames = [];

  function strangeIn(document, location) {
    const strange = [];
    for (const each of document.querySelectorAll("*")) {
      const name = each.tagName.toLowerCase();
      if (!allowed.elements.includes(name)) strange.push(`<${name}>`);
      const own = allowed.scripts.includes(each.getAttribute("src") ? each.src || each.getAttribute("src") : each.text);
      if (name === "script" && each.type !== "application/ld+json" && !own)
        strange.push(`<script> ${each.src || each.text.slice(0, 60)}`);
      for (const { name: key, value } of each.attributes) {
        if (!allowed.attributes.includes(key)) strange.push(`${name} ${key}=`);
        if (ADDRESSES.includes(key) && !leadsWell(name, value, location))
          strange.push(`${name} ${key}=${value.slice(0, 60)}`);
        if (key === "http-equiv" && !/^(content-security-policy|refresh)$/i.test(value))
          strange.push(`${name} ${key}=${value}`);
      }
    }
    const words = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION);
    while (words.nextNode()) strange.push(`<!-- ${words.currentNode.data.slice(0, 60)}`);
    return [...new Set(strange)];
  }

  function leadsWell(name, value, location) {
    let url;
    try { url = new URL(value, location); } catch { return false; }
    const own = url.host === allowed.host;
    const abroad = name === "a" && ["http:", "https:", "mailto:"].includes(url.protocol);
    return (own || abroad) && (own || /^(https?|mailto):/i.test(value));
  }

  // Without a script nothing listens but an attribute: what has none, and leads nowhere, need not be touched
  function touch({ document, location }) {
    const strange = strangeIn(document, location);
    const acts = "a,area,button,input,select,summary,form,details,[tabindex],[autofocus]";
    for (const each of document.querySelectorAll("*")) {
      const names = each.getAttributeNames();
      if (!each.matches(acts) && !names.some((key) => key.startsWith("on") || key.endsWith("href"))) continue;
      for (const kind of ["mouseover", "mouseenter", "mousemove", "pointerover", "mousedown", "keydown"])
        each.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
      each.focus?.();
      each.click?.();
    }
    return strange;
  }

  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  // Opens each address in a frame, touches all of each page, and returns what is strange in each.
  // null where the page is out of reach: it went elsewhere.
  async function open(addresses) {
    for (const frame of frames.splice(0)) frame.remove();
    await Promise.all(addresses.map((address) => new Promise((loaded) => {
      const frame = document.createElement("iframe");
      frame.width = 600; frame.height = 200;
      frame.addEventListener("load", loaded, { once: true });
      frame.src = address;
      document.body.append(frame);
      frames.push(frame);
    })));
    await drawn(); // animations begin, and elements tell that they were opened
    const found = frames.map((frame) => {
      try { frame.contentWindow.focus(); return touch(frame.contentWindow); } catch { return null; }
    });
    await drawn();
    return found;
  }

  // Parses what each address holds, as a browser would, and runs nothing.
  async function parse(addresses) {
    return Promise.all(addresses.map(async (address) => {
      const answer = await fetch(address);
      const kind = answer.headers.get("content-type").split(";")[0];
      return strangeIn(new DOMParser().parseFromString(await answer.text(), kind), new URL(address, location));
    }));
  }

  // Parses pieces of HTML that stand in other files: feeds, forms, books.
  const parsePieces = (pieces) => pieces.map((piece) =>
    strangeIn(new DOMParser().parseFromString(piece, "text/html"), location));

  window.reader = { open, parse, parsePieces, touch: () => touch(window) };
}
