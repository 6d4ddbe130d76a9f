/** "a, b and 3 more": the first of many names. */
export const firstOf = (names: readonly string[], most = 5): string => {
  const more = names.length - most;
  return names.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
};
