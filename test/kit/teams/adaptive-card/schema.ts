import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';

const official = JSON.parse(readFileSync(new URL('./schema-1.5.0.json', import.meta.url), 'utf8'));
const { id, $schema: _, ...rest } = official;

// The schema is of draft 6, and carries notes (`version`, `features`) that a strict reader would refuse.
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: id, ...rest });
const ofCard = ajv.compile({ $ref: `${id}#/definitions/AdaptiveCard` });

/** The deepest complaints: those above them only say that none of the alternatives matched. */
export function deepest(errors: readonly ErrorObject[] | null | undefined): string[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const most = Math.max(0, ...(errors ?? []).map(depth));
  const found = (errors ?? [])
    .filter((error) => depth(error) === most)
    .map(
      ({ instancePath, message, params }) => `schema: ${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  return [...new Set(found)].slice(0, 6);
}

/** What Microsoft's schema of 1.5 says about a card. */
export const schemaProblems = (card: unknown): string[] => (ofCard(card) ? [] : deepest(ofCard.errors));
