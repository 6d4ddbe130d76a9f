import { coverageMessage } from '#src/chat/views/paragraphs';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'coverage',
  summary: 'Shows what of the Security Rule is checked, what is only attested, and what nobody can check.',
  examples: ['coverage', 'coverage 164.312(b)', 'coverage 164.308'],
  role: 'viewer',
  args: {
    paragraph: arg.word('a paragraph of the rule, such as 164.312(b), or how it begins').optional,
    page: arg.number('which page of a long list', { min: 1, max: 100, unasked: true }).named,
  },
  async run({ paragraph, page }, { services }) {
    const typed = paragraph?.replace(/^45\s*cfr/i, '').replace(/^[§\s]+/, '');
    const found = await services.coverage.of(typed);
    if (typed !== undefined && found.citations.length === 0)
      return refusal({
        says: `No paragraph of the Security Rule begins with “${typed.slice(0, 40)}”. They look like 164.312(b) or 164.308(a)(7)(ii)(A).`,
        buttons: [{ label: 'All of the rule', says: 'coverage' }],
      });
    return coverageMessage(typed, found, page);
  },
});
