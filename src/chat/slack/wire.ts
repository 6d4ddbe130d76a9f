/** A block, element or view as it goes to Slack. The validator in test/kit knows the shapes; Slack's types lag behind. */
export type Json = Record<string, any>;

export interface Rendered {
  readonly text: string;
  readonly blocks: Json[];
}

/** The characters of a block that a person would see, which is what Slack's totals count. */
export function visibleLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + visibleLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, field]) =>
      sum + (name === 'text' && typeof field === 'string' ? field.length : visibleLength(field)),
    0,
  );
}
