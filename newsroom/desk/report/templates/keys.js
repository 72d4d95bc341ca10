addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const way = { j: "next", k: "prev", u: "up" }[event.key];
  const link = way && document.querySelector(`a[rel~="${way}"]`);
  if (link) link.click();
});
