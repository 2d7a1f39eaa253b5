/**
 * For a page of another site: each frame marked `data-navigator` becomes as high as the page in it.
 *
 * The frame answers only where its site has listed this one. An answer counts only where it comes from that frame and
 * from its own site. This runs as a plain script, so nothing of it may be visible to the page's other scripts.
 */
(() => {
  const frames = () => [...document.querySelectorAll("iframe")].filter((each) => "navigator" in each.dataset);

  /** @param {HTMLIFrameElement} frame */
  const ask = (frame) => frame.contentWindow?.postMessage({ navigator: "height" }, "*");

  addEventListener("message", ({ data, origin, source }) => {
    if (data?.navigator !== "height" || !Number.isFinite(data.height)) return;
    const frame = frames().find((each) => each.contentWindow === source && new URL(each.src).origin === origin);
    if (frame) frame.style.height = `${Math.ceil(data.height) + frame.offsetHeight - frame.clientHeight}px`;
  });

  /** @param {Event} event */
  const loaded = ({ target }) => {
    if (target instanceof HTMLIFrameElement && "navigator" in target.dataset) ask(target);
  };
  document.addEventListener("load", loaded, true); // of elements within, which no window hears of
  frames().forEach(ask);
})();
