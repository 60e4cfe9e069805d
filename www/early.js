// Before the first paint: whoever comes for another screen should not see the first view flash by.
if (/^#\/[^?]/.test(location.hash)) document.documentElement.dataset.loading = "first";
