import { optimiserContract } from './optimiser.contract.ts';
import { quasiRandom } from './quasi-random.ts';

optimiserContract(quasiRandom);
