/** What a listener serves without TLS: a redirect to HTTPS and an error are not among it. */
export const servedInPlain = (does: readonly string[]): readonly string[] => [
  ...new Set(does.filter((what) => what !== 'redirect to HTTPS' && !/^fixed-response [45]/.test(what))),
];
