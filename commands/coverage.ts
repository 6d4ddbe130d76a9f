import { coverageMessage } from '#src/chat/views/paragraphs';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';
import { citationIn } from '#src/domain/citation';

export default defineCommand({
  name: 'coverage',
  summary: 'Shows what of the Security Rule is checked, what is only attested, and what nobody can check.',
  examples: ['coverage', 'coverage 164.312(b)', 'coverage 164.308'],
  role: 'viewer',
  args: {
    paragraph: arg.rest('a paragraph of the rule, such as 164.312(b), or how it begins', { maxLength: 60 })
      .optional,
    page: arg.number('which page of a long list', { min: 1, max: 100, unasked: true }).named,
  },
  async run({ paragraph, page }, { services }) {
    const typed = paragraph === undefined ? undefined : citationIn(paragraph);
    const found = await services.coverage.of(typed);
    if (typed === '' || (typed !== undefined && found.citations.length === 0))
      return refusal({
        says: `No paragraph that is known here begins with “${(typed || paragraph || '').slice(0, 40)}”. They look like 164.312(b) or 164.308(a)(7)(ii)(A).`,
        buttons: [{ label: 'All of the rule', says: 'coverage' }],
      });
    return coverageMessage(typed, found, page);
  },
});
