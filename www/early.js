// Before the first paint: the page looks as its reader prefers.
// Whoever comes for another screen should not see the first view flash by.
// Whoever left with a scenario or a protocol of their own comes back to it, and only the module with all screens reads it.
{
  let kept = "";
  try {
    kept = localStorage.getItem("titrarium.session") ?? "";
  } catch {
    // A browser without storage keeps nothing.
  }
  let preferred = [];
  try {
    preferred = (localStorage.getItem("titrarium.preferences") ?? "").split(" ");
  } catch {
    // Then it looks as the device says.
  }
  ["theme", "text", "motion"].forEach((name, i) => {
    if (/^[a-z]+$/.test(preferred[i])) document.documentElement.dataset[name] = preferred[i];
  });
  if (/^#\/[^?]|[?&][atrmcg]=/.test(location.hash) || /[?&][atrmcg]=/.test(kept)) document.documentElement.dataset.loading = "first";
}
