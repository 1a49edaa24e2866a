import type { Command } from 'commander';
import { provisionsExplainCommand, provisionsListCommand } from '../provisions.command.js';
import { rulesCheckCommand, rulesExplainCommand, rulesListCommand } from '../rules.command.js';
import type { RunningCommand } from './running-command.js';

/** Commands that judge files without a database: flows by the rules, ratings by their agreement, releases by what comes out. */
export function addJudgingCommands(program: Command, run: RunningCommand): void {
  program
    .command('agreement')
    .description('how far the people of any table of ratings agree: raw agreement, kappa and alpha')
    .argument(
      '<file>',
      'CSV: a row with the names of the people, then one row per item; empty where a rating is missing',
    )
    .requiredOption('--levels <list>', 'every level that could be given, the lowest first, such as 0,1,2,3')
    .action(
      run(async (file: string, { levels }: { readonly levels: string }) =>
        (await import('../agreement/agreement.command.js')).agreementCommand(file, levels),
      ),
    );
  program
    .command('release')
    .description('results as they were published')
    .command('check')
    .description('compute a release again from its public file: locks, what counts, ratings and agreement')
    .argument('<file>', 'result.json, as the page of the result offers it')
    .action(
      run(async (file: string) =>
        (await import('../release/release-check.command.js')).releaseCheckCommand(file),
      ),
    );
  const rules = program
    .command('rules')
    .description('the rules about data sharing, and what they say of records');
  rules.command('list').description('every rule').action(run(rulesListCommand));
  rules
    .command('explain')
    .description('everything about one rule')
    .argument('<rule>', 'its id, such as R-A6-02')
    .action(run(rulesExplainCommand));
  rules
    .command('check')
    .description('judge the flows of a file, without a database; with --json one object a line')
    .argument('<file>', 'flows in the structure of the published JSON Schema')
    .option('--as-at <day>', 'the day at which the rules stand, YYYY-MM-DD; today unless said')
    .action(
      run((file: string, { asAt }: { readonly asAt?: string }) =>
        rulesCheckCommand(file, asAt, program.opts()['json'] === true),
      ),
    );
  addProvisionCommands(program, run);
}

function addProvisionCommands(program: Command, run: RunningCommand): void {
  const provisions = program
    .command('provisions')
    .description('the provisions of law that a record may rest on, each with what it does and does not');
  provisions
    .command('list')
    .description('every provision, or those that words find')
    .argument('[words...]', 'words of a title or an instrument, or a citation such as: s115 cda')
    .action(run(provisionsListCommand));
  provisions
    .command('explain')
    .description('everything about one provision')
    .argument('<id>', 'its id, such as cda-s115')
    .action(run(provisionsExplainCommand));
}
