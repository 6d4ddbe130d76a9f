import guidance from '../../../../remedies/aws/accessanalyzer/steps-analyzer.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
