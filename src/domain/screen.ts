/** What was masked, in the words that people are told. */
export type Masked =
  | 'a Social Security number'
  | 'a medical record number'
  | 'a phone number'
  | 'an e-mail address'
  | 'a card number'
  | 'a date of birth'
  | 'an AWS key'
  | 'a Slack token'
  | 'a private key';

export interface Screened {
  readonly text: string;
  readonly masked: readonly Masked[];
}

interface Rule {
  readonly what: Masked;
  readonly label: string;
  readonly pattern: RegExp;
  /** Which of the pattern's matches count; all when absent. */
  readonly only?: (match: string) => boolean;
}

const dash = '[-\\u2010-\\u2015\\u2212]';
const gap = `(?:${dash}|[ .\\u00a0])`;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
const date = [
  `\\d{1,4}\\s?[/.\\-\\u2010-\\u2015]\\s?\\d{1,2}\\s?[/.\\-\\u2010-\\u2015]\\s?\\d{1,4}`,
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+\\d{2,4}`,
  `${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{2,4}`,
  `\\d{8}`,
].join('|');

function luhn(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19 || /^0+$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let d = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) d = d * 2 > 9 ? d * 2 - 9 : d * 2;
    sum += d;
  }
  return sum % 10 === 0;
}

/** A secret key mixes cases and digits; a commit hash or a path does not. */
const mixed = (match: string): boolean =>
  /[a-z]/.test(match) && /[A-Z]/.test(match) && /\d/.test(match) && (match.match(/\//g)?.length ?? 0) < 6;

// Secrets first, then what a label names, then what only its shape tells: a longer rule must not be cut by a shorter.
const rules: readonly Rule[] = [
  {
    what: 'a private key',
    label: 'private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  },
  {
    what: 'a Slack token',
    label: 'Slack token',
    pattern: /\bx(?:ox[a-z]|app)(?:\.xox[a-z])?-[A-Za-z0-9-]{8,}/g,
  },
  {
    what: 'a Slack token',
    label: 'Slack token',
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/]+/g,
  },
  { what: 'an AWS key', label: 'AWS key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g },
  {
    what: 'an AWS key',
    label: 'AWS key',
    pattern: /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
    only: mixed,
  },
  {
    what: 'a Social Security number',
    label: 'SSN',
    pattern: /\b(?:ssn|social security(?: (?:number|no\.?|#))?)\W{0,4}(?:is )?\d[\d .-]{7,10}\d/gi,
  },
  {
    what: 'a date of birth',
    label: 'date of birth',
    pattern: new RegExp(
      `\\b(?:d\\.?o\\.?b\\b\\.?|date of birth|birth ?da(?:te|y)|born(?: on)?)\\W{0,4}(?:is |was )?(?:${date})`,
      'gi',
    ),
  },
  {
    what: 'a medical record number',
    label: 'record number',
    pattern:
      /\b(?:mrn|medical record(?:s)?(?: (?:number|no\.?|#))?|(?:patient|chart|member|beneficiary|health plan)(?: (?:id|number|no\.?|#))+)\W{0,4}(?:is )?(?=[A-Z-]{0,5}\d)[A-Z0-9][A-Z0-9-]{3,19}/gi,
  },
  {
    what: 'an e-mail address',
    label: 'e-mail address',
    pattern: /[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}\b/g,
  },
  {
    what: 'a card number',
    label: 'card number',
    pattern: /(?<![\w:.-])\d(?:[ -]?\d){12,18}(?![\w-])/g,
    only: luhn,
  },
  {
    what: 'a Social Security number',
    label: 'SSN',
    pattern: new RegExp(`(?<![\\w.-])\\d{3}${gap}\\d{2}${gap}\\d{4}(?![\\w-])`, 'g'),
  },
  {
    what: 'a phone number',
    label: 'phone number',
    pattern: new RegExp(
      `(?<![\\w.:/-])(?:\\+?1${gap}?)?(?:\\(\\d{3}\\)[ ]?|\\d{3}${gap})\\d{3}${gap}\\d{4}(?![\\w-])`,
      'g',
    ),
  },
  {
    what: 'a phone number',
    label: 'phone number',
    pattern: new RegExp(`(?<![\\w+])\\+\\d{1,3}(?:${gap}?\\(?\\d\\)?){7,12}(?![\\w-])`, 'g'),
  },
  {
    what: 'a phone number',
    label: 'phone number',
    pattern:
      /\b(?:phone|tel|telephone|mobile|cell|call|fax)\W{0,4}(?:me |him |her |them )?(?:at |on )?\d{7,11}\b/gi,
  },
];

/**
 * Takes out of typed text what must not be stored or shown: it names what it found and never keeps it. A help against
 * slips, not a proof that none is left.
 */
export function screen(text: string): Screened {
  const masked = new Set<Masked>();
  let out = text;
  for (const { what, label, pattern, only } of rules) {
    out = out.replace(pattern, (match) => {
      if (only && !only(match)) return match;
      masked.add(what);
      return `[${label} masked]`;
    });
  }
  return { text: out, masked: [...masked] };
}
