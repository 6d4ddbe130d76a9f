/**
 * A citation as it was typed, in the form in which citations are compared: `45 CFR § 164.312 (B)` and `164.312.b` are
 * `164.312(b)`. The beginning of one stays a beginning.
 */
export function citationIn(typed: string): string {
  const [, section, rest = ''] = /(\d+\.\d+)(.*)$/s.exec(typed) ?? [];
  if (section === undefined) return typed.replace(/^\s*45\s*cfr/i, '').replace(/[§\s]/g, '');
  const levels = rest.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return section + levels.map((level) => `(${level})`).join('');
}

/** Whether a citation of the rule is the one that was typed, or is below it. */
export const isBelow = (citation: string, typed: string): boolean =>
  citation.toLowerCase().startsWith(citationIn(typed));
