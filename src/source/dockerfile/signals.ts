const NAMES = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 ' +
    'VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
)

/** Whether Linux has the signal: a name with or without SIG, RTMIN+n, RTMAX-n, or a number but 0. */
export function isSignal(text: string): boolean {
  if (/^[-+]?\d{1,15}$/.test(text)) return Number(text) !== 0
  const name = text.toUpperCase().replace(/^SIG/, '')
  const real = /^(RTMIN\+|RTMAX-)(\d{1,2})$/.exec(name)
  if (!real) return NAMES.has(name)
  const offset = Number(real[2])
  return real[2] === String(offset) && offset >= 1 && offset <= (real[1] === 'RTMIN+' ? 15 : 14)
}
