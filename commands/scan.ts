import { isRefusal, serviceNames } from '#src/chat/lookup';
import { refusal } from '#src/chat/views/refusal';
import { filterText, scanLine } from '#src/chat/views/scan';
import { sentences } from '#src/chat/views/words';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'scan',
  summary: 'Starts a scan of all accounts, or of what you name. “scan cancel” stops the one that runs.',
  examples: [
    'scan',
    'scan account:production service:s3',
    'scan check:aws/s3/bucket-versioning',
    'scan cancel',
  ],
  role: 'responder',
  to: 'start or cancel a scan',
  changes: true,
  args: {
    action: arg.choice('stops the scan that runs', ['cancel'], true, { unasked: true }),
    account: arg.list('names or ids of accounts'),
    region: arg.list('regions, such as us-east-1'),
    service: arg.list('services, such as s3 or iam'),
    check: arg.list('checks, by id'),
  },
  async run(values, call) {
    const { scans } = call.services;
    if (values.action === 'cancel') {
      const ended = await scans.cancel(call);
      if (isRefusal(ended)) return refusal({ says: ended.refused });
      const text = sentences(scanLine(ended), 'What it had found by then is kept.');
      return { text, blocks: [{ kind: 'text', text }], visibility: 'sender', data: ended };
    }
    const services = serviceNames(call.services, values.service);
    if (isRefusal(services)) return refusal({ says: services.refused });
    const filter = {
      accounts: values.account,
      regions: values.region,
      services: services.names,
      checks: values.check,
    };
    const started = await scans.start(filter, call);
    if (isRefusal(started)) {
      const running = await scans.running();
      const buttons = running ? [{ label: 'Status', says: 'status' }] : [];
      return refusal({ says: started.refused, buttons });
    }
    const text = `Scan ${started.id} of ${filterText(filter)} has begun. This channel shows how far it is.`;
    return { text, blocks: [{ kind: 'text', text }], visibility: 'sender', data: started };
  },
});
