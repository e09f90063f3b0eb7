import { Command } from 'commander'
import { isLoopback } from '../config.ts'
import type { CliContext, SettingFlags } from './context.ts'
import { dataOption, jsonOption, settingOption, settingsOf, type DataFlag } from './options.ts'
import { UsageError } from './print/error-lines.ts'
import { print } from './print/print.ts'

interface ServeFlags extends DataFlag, SettingFlags {
  json?: boolean
}

/** `tidemap serve`: the API and the dashboard over one data folder. */
export function serveCommand(context: CliContext): Command {
  return new Command('serve')
    .summary('serve the dashboard and the API')
    .description('Serves the dashboard and the API until it is stopped, and prints the address when it listens.')
    .addOption(settingOption('--port <n>', 'port'))
    .addOption(settingOption('--host <address>', 'host'))
    .addOption(settingOption('--token <secret>', 'token'))
    .addOption(settingOption('--allowed-hosts <names>', 'allowedHosts'))
    .addOption(settingOption('--threads <n>', 'threads'))
    .addOption(settingOption('--memory-mb <n>', 'memoryMb'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ json, data, ...flags }: ServeFlags) => {
      const settings = settingsOf(context, data === undefined ? {} : { data }, flags)
      if (!isLoopback(settings.host) && settings.token === null) {
        throw new UsageError(
          `others could reach ${settings.host} without a token`,
          'give --token a secret of at least 8 characters, or leave out --host',
        )
      }
      const { dataDir } = settings
      await context.serve(settings, (address) => {
        const result = { address, data: dataDir, pid: process.pid }
        void print(
          context,
          json === true ? { json } : {},
          result,
          () => `Tidemap listens at ${address} (data in ${dataDir})\n`,
        )
      })
    })
}
