import type { Translated } from '../../chat/translated.ts';
import type { words as en } from './words.en.ts';

export const words: Translated<typeof en> = {
  title: 'Los números del programa, con los de tu hospital',
  intro:
    'Pon los números de tu hospital. La página calcula en tu navegador; nada sale de ahí y nada se guarda. Muestra un rango y cada supuesto. No promete nada.',
  groups: { hospital: 'Tu hospital', program: 'Lo que pide el programa', guess: 'Lo que supones' },
  fields: {
    clinicians: { label: 'Personal clínico', hint: 'Todas las personas a quienes está abierto el programa.' },
    turnover: {
      label: 'Se van en un año (%)',
      hint: 'Pregunta en recursos humanos. En enfermería, en Estados Unidos, fue 16.4 % en 2024 [1].',
    },
    replacingLow: {
      label: 'Reemplazar a una persona cuesta al menos ($)',
      hint: 'Tu propia cifra, si la tienes.',
    },
    replacingHigh: { label: 'y como mucho ($)', hint: 'Ya viene puesto: enfermería, según la fuente [1].' },
    directorHours: {
      label: 'Horas por semana de quien dirige',
      hint: 'Cuidar de Buddy y del apoyo entre colegas, responder preguntas.',
    },
    directorHour: { label: 'Una hora suya cuesta ($)', hint: 'Con prestaciones.' },
    members: { label: 'Participantes', hint: 'Cuántas personas participarían.' },
    minutes: {
      label: 'Minutos de trabajo por semana, cada una',
      hint: 'La mayoría habla en su propio tiempo. 0 si no toma ninguno.',
    },
    memberHour: { label: 'Una hora de participante cuesta ($)', hint: 'En promedio, con prestaciones.' },
    other: {
      label: 'Todo lo demás en un año ($)',
      hint: 'El servidor, la formación de quienes dan apoyo, las impresiones.',
    },
    preventedLow: {
      label: 'De 100 salidas, se evitan al menos',
      hint: 'Nadie lo ha medido en parejas de buddies. Empieza por 0.',
    },
    preventedHigh: {
      label: 'y como mucho',
      hint: 'Lo supones tú, no lo decimos nosotros. Viene un 5 para que veas un rango.',
    },
  },
  presets: {
    label: 'Poner lo publicado para',
    nurses: 'Enfermería [1]',
    physicians: 'Medicina [2]',
  },
  result: {
    heading: 'Lo que resulta, en un año',
    fillIn: 'Completa todos los números de arriba: un 0 también cuenta.',
    upsideDown: 'El número menor de un rango está por encima del mayor. Cámbialos.',
    departures: 'Personas que se van',
    turnoverCost: 'Lo que cuesta reemplazarlas',
    programCost: 'Lo que cuesta el programa',
    breakEven: 'Se paga solo si evita',
    left: 'Con lo que supones, queda',
    range: (low, high) => `${low} a ${high}`,
    ofDepartures: (low, high, lowShare, highShare) =>
      `${low} a ${high} salidas (de ${lowShare} a ${highShare} de ellas)`,
  },
  noScript:
    'Esta página calcula con un script que tu navegador no ejecuta. Con las fórmulas de abajo sale lo mismo en papel.',
  howHeading: 'Cómo se calcula',
  how: [
    'Personas que se van = personal clínico × parte que se va.',
    'Lo que cuesta reemplazarlas = personas que se van × costo de reemplazar a una, con el costo menor y con el mayor.',
    'Lo que cuesta el programa = horas de quien dirige × 52 × su hora + participantes × minutos ÷ 60 × 52 × su hora + todo lo demás. Buddy no cobra licencia.',
    'Se paga solo con: costo del programa ÷ costo de reemplazar a una persona.',
    'Con lo que supones = personas que se van × parte que se evita × costo de reemplazar a una − costo del programa: menor con menor, mayor con mayor.',
  ],
  limitsHeading: 'Lo que nadie sabe todavía',
  limits: [
    'No se ha medido si las parejas que se preguntan cómo están evitan que alguien se vaya. Ninguna de estas fuentes estudió un programa como este.',
    'Quienes participan pueden ser distintos de quienes no, así que tampoco se puede leer en la rotación de un solo hospital.',
    'Las fuentes son de Estados Unidos y a cada una le falta algo. Tus propios números valen más que cualquiera de ellas.',
    'Nadie cuida de sus colegas por dinero.',
  ],
  sourcesHeading: 'Fuentes',
  says: {
    nurses:
      'Reemplazar a una persona de enfermería costó en promedio $61,110 en 2024, entre $49,500 y $72,700; se fue el 16.4 %. Encuesta a 450 hospitales de una empresa que recluta personal de enfermería; sin revisión por pares.',
    physicians:
      'Los médicos con desgaste tuvieron el doble de probabilidad de irse en dos años. Reclutar a sus sucesores: de $15.5 a $55.5 millones por 58 médicos, o sea de $268,000 a $957,000 cada uno. Un solo centro académico, y solo el reclutamiento.',
    business:
      'Un grupo médico grande estimó en $500,000 a $1,000,000 el costo de reemplazar a un médico. Los autores muestran cómo calcular, igual que esta página.',
    burnout:
      'El desgaste cuesta unos $7,600 al año por cada médico empleado, por rotación y horas reducidas. Un modelo con cifras publicadas y un rango amplio.',
    rise: 'Apoyo de colegas a pedido para enfermería (RISE) en un hospital de 1,000 camas: $22,576 netos por cada persona que llamó, y hasta $1.81 millones al año. Un modelo: si alguien habría renunciado es lo que dijo en una encuesta. RISE es apoyo de colegas con formación tras eventos difíciles, no un programa de parejas.',
  },
};
