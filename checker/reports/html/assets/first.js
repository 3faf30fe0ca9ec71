// Hides the plain form while the script lasts, and brings it back where the script fails.
document.documentElement.classList.add('js');
addEventListener('error', () => document.documentElement.classList.remove('js'));
