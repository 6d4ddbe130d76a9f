import { createRequire } from 'node:module';

// Its modules leave out file endings, which Node does not forgive; the bundle is whole.
const sdk: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

/** What Microsoft's own reader of cards warns of, as a client of 1.5 with Teams' six actions to a row. */
export function sdkProblems(given: object): string[] {
  const context = new sdk.SerializationContext(sdk.Versions.v1_5);
  const card = new sdk.AdaptiveCard();
  card.hostConfig = new sdk.HostConfig({ actions: { maxActions: 6 } });
  card.parse(given, context);
  const parsed = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsed, ...validated].map((message) => `sdk: ${message}`);
}
