// ends: stopped it ran longer than 0.4 s
try {
  return 1;
} finally {
  for (;;);
}
