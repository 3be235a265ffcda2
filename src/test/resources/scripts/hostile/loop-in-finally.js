// ends: stopped it ran longer than {timeout}
try {
  return 1;
} finally {
  for (;;);
}
