import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { awsEnv } from './environment.ts';
import { type AwsProxy, startProxy } from './proxy.ts';

/** A proxy of this suite's own before a cloud, to which the environment points. It forgets before each test. */
export function behindProxy(cloud: { readonly endpoint: string }): AwsProxy {
  let running: AwsProxy | undefined;
  beforeAll(async () => {
    running = await startProxy({ upstream: cloud.endpoint });
    for (const [name, value] of Object.entries(awsEnv(running.endpoint))) vi.stubEnv(name, value);
  });
  beforeEach(() => running?.reset());
  afterAll(async () => {
    vi.unstubAllEnvs();
    await running?.stop();
  });
  // It runs only inside tests and hooks: whoever holds it asks it then.
  return new Proxy({} as AwsProxy, {
    get(_, name: keyof AwsProxy) {
      if (!running) throw new Error('the proxy runs only inside tests and hooks');
      return running[name];
    },
    // A test may put a way of its own in the place of one of the proxy's.
    set: (_, name, value) => running !== undefined && Reflect.set(running, name, value),
  });
}

/** Where there is nobody: every answer is the test's own. */
export const nobody = { endpoint: 'http://127.0.0.1:9' };
