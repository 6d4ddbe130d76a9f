import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
import { testStore } from '../kit/test-store.ts';

testStore('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const path = join(folder, 'bot.db');
  let store = await openStore(path);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openStore(path);
      return store;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});
