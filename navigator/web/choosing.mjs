/** A trainer's choice of cases as a link: the cases stand after the `#`, in the order they were chosen. */

export function startMaking(form) {
  if (!form) return;
  const field = form.querySelector("#made-link");
  const open = form.querySelector("#made-open");
  const copied = form.querySelector(".nav-copied");
  const base = open.href;
  const chosen = new Set();

  const refresh = () => {
    const address = new URL(base);
    address.hash = `cases=${[...chosen].join(",")}`;
    field.value = chosen.size ? address.href : "";
    open.href = address.href;
    form.querySelector(".nav-count").textContent = chosen.size;
    copied.hidden = true;
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox") return;
    if (target.checked) chosen.add(target.value);
    else chosen.delete(target.value);
    refresh();
  });
  form.querySelector(".nav-copy").addEventListener("click", async () => {
    field.select();
    await navigator.clipboard?.writeText(field.value).then(
      () => (copied.hidden = false),
      () => {},
    );
  });
  refresh();
}
