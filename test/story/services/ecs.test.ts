import { tellService } from './kit.ts';

const image = 'clinic/app:1';
const sealed = { name: 'app', image, memory: 128, user: '1000', readonlyRootFilesystem: true };

tellService({
  title: 'every check of ECS, on moto',
  checks: ['aws/ecs/'],
  async seed(sdk) {
    const ecs = await sdk('ecs');
    const register = (family: string, container: object, more: object = {}) =>
      ecs.registerTaskDefinition({ family, containerDefinitions: [{ ...sealed, ...container }], ...more });
    // Only its newest revision counts, in which both are mended.
    await register('mended', { privileged: true, readonlyRootFilesystem: false }, { networkMode: 'host' });
    await register('mended', {}, { networkMode: 'host' });
    await register('worse', {}, { networkMode: 'host' });
    await register('worse', { user: 'root', readonlyRootFilesystem: false }, { networkMode: 'host' });
    await register('unsaid', { user: undefined }, { networkMode: 'host' });
    await register('bridged', { privileged: true });
    await register(
      'windows',
      { readonlyRootFilesystem: false },
      { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
    );
  },
  expects: {
    'aws/ecs/task-host-mode-user': {
      pass: ['mended'],
      fail: ['worse', 'unsaid'],
      notApplicable: ['bridged', 'windows'],
    },
    'aws/ecs/container-readonly-rootfs': {
      pass: ['mended', 'unsaid', 'bridged'],
      fail: ['worse'],
      notApplicable: ['windows'],
    },
  },
});
