/** What was published, as a reader can find it. Looked up where each was published or is listed; what each one says is in the words. */
export const sources = {
  nurses: 'NSI Nursing Solutions. 2025 NSI National Health Care Retention & RN Staffing Report. 2025.',
  physicians:
    'Hamidi MS, Bohman B, Sandborg C, et al. Estimating institutional physician turnover attributable to self-reported burnout and associated financial burden: a case study. BMC Health Services Research. 2018;18:851. doi:10.1186/s12913-018-3663-z',
  business:
    'Shanafelt T, Goh J, Sinsky C. The Business Case for Investing in Physician Well-being. JAMA Internal Medicine. 2017;177(12):1826-1832. doi:10.1001/jamainternmed.2017.4340',
  burnout:
    'Han S, Shanafelt TD, Sinsky CA, et al. Estimating the Attributable Cost of Physician Burnout in the United States. Annals of Internal Medicine. 2019;170(11). doi:10.7326/M18-1422',
  rise: 'Moran D, Wu AW, Connors C, et al. Cost-Benefit Analysis of a Support Program for Nursing Staff. Journal of Patient Safety. 2020;16(4):e250-e254. doi:10.1097/PTS.0000000000000376',
} as const;

export type Source = keyof typeof sources;

/** What it costs to replace one, in dollars, by the sources of the same names. */
export const replacing = {
  nurses: { low: 49_500, high: 72_700 },
  physicians: { low: 268_000, high: 957_000 },
} as const;
