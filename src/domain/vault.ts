/** Keeps secrets at rest. `about` names whose they are: a text sealed for one cannot be opened for another. */
export interface Vault {
  seal(secret: string, about: string): string;
  /** Throws `Unsealable`. */
  open(sealed: string, about: string): string;
}

const sentences = {
  otherKey: 'This was sealed with another HIPAA_SECRET_KEY: put that key back, or enrol again.',
  damaged: 'This sealed text is damaged, or belongs to somebody else.',
};

export class Unsealable extends Error {
  override readonly name = 'Unsealable';
  readonly why: keyof typeof sentences;
  constructor(why: keyof typeof sentences, options?: ErrorOptions) {
    super(sentences[why], options);
    this.why = why;
  }
}
