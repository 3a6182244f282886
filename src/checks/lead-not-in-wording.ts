import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { agenciesAsked } from './text/agencies.ts';
import { placeIn } from './text/passages.ts';

/**
 * Compares an area's lead agencies with those whom its wording asks (“X and Y should …”): a lead it does not name, an
 * agency it asks that does not lead. One finding for each area. Wordings that ask nobody by name (“Ensure that …”) and
 * agencies that are only spoken of are left alone.
 */
export const leadNotInWording: Check = {
  code: 'lead-not-in-wording',
  find: ({ review, text }) =>
    review.areas.flatMap((area) => {
      const lead = area.data.lead ?? [];
      const wording = text.of(area).find((passage) => passage.field === 'wording');
      if (lead.length === 0 || !wording || area.dropped.has('lead')) return [];
      const asked = agenciesAsked(review, wording.text);
      if (asked.length === 0) return [];
      const nameOf = (key: string) => review.organisations.get(key)?.name ?? key;
      const unnamed = lead.filter((key) => !asked.some((agency) => agency.key === key));
      const left = asked.filter(({ key }) => !lead.includes(key));
      if (unnamed.length === 0 && left.length === 0) return [];
      const names = (keys: readonly string[]) => keys.map(nameOf).join(' and ');
      const leads = `${names(lead)} ${lead.length > 1 ? 'lead' : 'leads'} on Area ${area.data.number}`;
      const message =
        unnamed.length === lead.length
          ? `${leads}, but its wording asks ${names(asked.map(({ key }) => key))}.`
          : left.length > 0
            ? `${leads}, but its wording asks ${names(left.map(({ key }) => key))} as well.`
            : `${leads}, but its wording does not ask ${names(unnamed)}.`;
      return [
        diagnostic('lead-not-in-wording', fieldPlace(area, 'lead'), message, {
          hint: 'Name every agency that answers for the area under `lead`; where another took it over, say so in the text.',
          related: (left.length > 0 ? left : asked).map(({ start, end, key }) => ({
            ...placeIn(wording, start, end),
            message: `The wording names ${nameOf(key)}.`,
          })),
        }),
      ];
    }),
};
