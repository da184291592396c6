/** What the launchers in `dist` call; one bundle, one function an entry. */
export { cli } from './cli.ts';
