import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, orNone, present } from '../collect.ts';

/** The document that holds Session Manager's preferences of a region, where somebody has set any. */
const preferences = 'SSM-SessionManagerRunShell';
/** After which AWS ends an idle session where nothing else is set. */
const unsaidMinutes = 20;

/** After how many idle minutes Session Manager ends a shell session in the region. */
export const idleShellMinutes = fromAccount(['ssm:GetDocument'], async (reader, { region }: Subject) => {
  const ssm = await reader.service('ssm', region);
  const answer = await orNone(
    ssm.getDocument({ Name: preferences, DocumentFormat: 'JSON' }),
    'InvalidDocument',
    'InvalidDocumentException',
  );
  if (answer === null) return unsaidMinutes;
  const said = inputsOf(present(answer.Content, 'the preferences'))['idleSessionTimeout'] ?? '';
  if (said === '') return unsaidMinutes;
  const minutes = Number(said);
  if (!Number.isInteger(minutes) || minutes < 1)
    throw new CloudError('unsupported', 'the idle timeout of Session Manager was not understood');
  return minutes;
});

function inputsOf(content: string): { readonly [name: string]: unknown } {
  try {
    return present((JSON.parse(content) as { inputs?: { [name: string]: unknown } }).inputs, 'the inputs');
  } catch (cause) {
    throw new CloudError('unsupported', "Session Manager's preferences were not understood", undefined, {
      cause,
    });
  }
}
