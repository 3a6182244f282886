/** What is wrong with a web, e-mail or telephone address, in words; undefined when nothing is. */
export function addressFault(address: string): string | undefined {
  if (/^mailto:/i.test(address)) return emailFault(address.slice(7).replace(/\?.*$/, ''));
  if (/^tel:/i.test(address))
    return /^tel:\+?[\d\s().-]{6,}(?:;.*)?$/i.test(address) ? undefined : 'it is no telephone number';
  if (/^[\w.+-]+@/.test(address)) return emailFault(address);
  if (/^www[.,]/i.test(address)) return hostFault(address.replace(/[/?#].*$/, ''));
  if (!/^[a-z]*tps?[:;]?\//i.test(address) && !/^https?:/i.test(address)) return undefined;
  const scheme = /^([a-z]*tps?)([:;]?)(\/*)/i.exec(address);
  if (!scheme) return undefined;
  if (!/^(?:https?|ftps?|sftp)$/i.test(scheme[1]!)) return `${scheme[1]} is no way to an address`;
  if (scheme[2] !== ':') return 'the colon after http is missing';
  if (scheme[3] !== '//') return 'two slashes follow http:';
  const rest = address.slice(scheme[0].length);
  if (/^(?:https?[:/]|www\.https?)/i.test(rest)) return 'it begins twice';
  if (/\s|%20$/.test(address)) return 'there is a space in it';
  return hostFault(rest.replace(/[/?#].*$/, '')) ?? (URL.canParse(address) ? undefined : 'it can not be read');
}

/** A likely meaning, when it follows from the fault. */
export function repairAddress(address: string): string | undefined {
  const repaired = address
    .replace(/^(mailto:)?\s+/i, '$1')
    .replace(/^(?:https?:?\/+)(https?:\/\/)/i, '$1')
    .replace(/^h*t+p(s?)[:;]?\/+/i, 'http$1://')
    .replace(/^(https?:\/\/)?w{2,4}[.,]+/i, '$1www.')
    .replace(/,(?=\p{L})/gu, '.')
    .replace(/(?<!:)\.{2,}/g, '.')
    .replace(/[.,]+$/, '');
  return repaired !== address && addressFault(repaired) === undefined ? repaired : undefined;
}

function emailFault(email: string): string | undefined {
  const parts = email.split('@');
  if (parts.length !== 2) return parts.length < 2 ? 'it has no @' : 'it has more than one @';
  const [name = '', host = ''] = parts;
  if (name === '' || !/^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(name) || /\.\.|^\.|\.$/.test(name))
    return 'what stands before the @ is no name';
  return hostFault(host);
}

function hostFault(written: string): string | undefined {
  const host = written.replace(/^[^@]*@/, '').replace(/:\d+$/, '');
  if (host === '') return 'it names no host';
  if (/^(?:localhost|\[[\da-f:]+\])$/i.test(host)) return undefined;
  if (host.includes(',')) return 'a comma stands where a dot belongs';
  if (/\.\.|^\.|\.$/.test(host)) return 'two dots stand together or one is left over';
  if (!host.includes('.')) return 'its host has no dot';
  if (/^w{2}\.|^w{4,}\./i.test(host)) return 'www is misspelt';
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?)+$/u.test(host))
    return 'its host has a character that no host has';
  return undefined;
}
