// Before the first paint: whoever comes for another screen should not see the first view flash by.
// Whoever left with a scenario of their own comes back to it, and only the module with all screens reads such a text.
{
  let kept = "";
  try {
    kept = localStorage.getItem("titrarium.session") ?? "";
  } catch {
    // A browser without storage keeps nothing.
  }
  if (/^#\/[^?]|[?&]t=/.test(location.hash) || /[?&]t=/.test(kept)) document.documentElement.dataset.loading = "first";
}
