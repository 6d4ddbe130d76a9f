import guidance from '../../../../remedies/aws/healthomics/steps-store-key.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
