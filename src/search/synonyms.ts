/**
 * Words that people use for the same thing in local government, in groups. A group of words finds each other, a little
 * weaker than the word itself. British public services in general; nothing here is about one review.
 */
const GROUPS = `
child, kid, youngster, minor, pupil, young people, youth, juvenile, teenager, adolescent
baby, infant, newborn, toddler
parent, mother, father, mum, dad, carer, guardian
elderly, old people, older people, pensioner, senior citizen
disabled, disability, handicapped, special needs, SEND
looked after children, children in care, cared for children, LAC, foster children, care experienced
care leaver, leaving care, former looked after children
foster, fostering, foster carer, foster parent
adopt, adoption
safeguarding, child protection, protect
abuse, harm, mistreatment, cruelty, neglect
domestic violence, domestic abuse, wife beating, partner violence
assault, attack, rape, violence
doctor, GP, physician, general practitioner, surgery
nurse, nursing, midwife, health visitor
hospital, A&E, accident and emergency, casualty, infirmary, emergency department, unscheduled care
health, medical, NHS, healthcare, clinical
mental health, psychiatric, CAMHS, wellbeing
vaccination, immunisation, jab, vaccine
pregnant, pregnancy, expectant, maternity, antenatal, unborn
dentist, dental, teeth
illness, disease, sickness, ill
drug, substance misuse, addiction, alcohol
school, education, classroom, academy
teacher, head teacher, headmaster, headteacher, teaching staff
training, course, learn, teach, education, coaching
apprentice, apprenticeship, trainee, internship
student, learner, pupil
nursery, childcare, early years, preschool
exam, attainment, results, grades
job, employment, work, career, vacancy, unemployed
recruit, recruitment, hire, hiring, appoint, HR, human resources, personnel
staff, employee, workforce, worker, officer, personnel
social worker, caseworker, social services, social care
manager, management, supervisor, leader, boss
councillor, member, elected member, cllr
chair, chairman, chairwoman, chairperson, chaired
cabinet, executive
mayor, leader
committee, panel, board
member of the public, resident, local people, householder, inhabitant, citizen
council, authority, local authority
partner, partnership, agency
charity, voluntary sector, volunteer, third sector
police, constabulary, law enforcement
crime, offence, offending, antisocial behaviour
fire, blaze, fire service
house, home, housing, accommodation, dwelling, lodging, property, flat, apartment
live, reside, residence, home, housing, accommodation
mortgage, house price
homeless, rough sleeping, homelessness
tenant, tenancy, renter
landlord, owner, leaseholder
rent, lease, letting, rental, let
empty, vacant, unoccupied, disused, void, boarded up
shop, store, retail, retailer, shopkeeper, trader, business
market, stall, trader
town centre, high street, city centre
footfall, people on foot, pedestrian, passer-by, walk past
business, company, firm, employer, enterprise, trade
economy, economic, regeneration, prosperity
tourism, tourist, visitor
bus, coach, public transport
transport, travel, journey, getting there
train, railway, rail, station
car, vehicle, driver, motorist
parking, car park, park
road, highway, street, lane, carriageway
pavement, footpath, footway, walkway
cycle, bike, bicycle, cycling, cyclist
traffic, congestion
pothole, road repair, resurfacing
bin, rubbish, waste, refuse, recycling, litter
gully, drain, drainage, gutter, sewer, culvert
leaves, leaf, branches, debris
flood, flooding, inundation, surface water, high water
storm, heavy rain, rainfall, weather
river, stream, watercourse, brook
climate, carbon, emission, global warming
tree, woodland, forest
qualified, qualification, trained, skilled
unqualified, untrained, unskilled, not qualified, without qualification
park, green space, playground, open space
leisure, sport, swimming, gym
library, books
pollution, air quality, smoke
planning, development, building permission, construction
building, architecture, premises
money, funding, budget, finance, cash, cost
cost, price, charge, fee, expense, pay, expensive
cheap, lower, reduce, discount, free
tax, rate, levy
save, saving, cut, reduction, efficiency
grant, subsidy, fund
contract, tender, procurement, commissioning, supplier, outsourcing
complaint, complain, grievance, dissatisfaction, unhappy
consult, consultation, engagement, survey, questionnaire, feedback, views
inspection, inspect, inspector, Ofsted, audit
audit, check, examine, inspection
monitor, oversee, oversight, supervise, track
plan, strategy, programme, scheme
policy, guideline, rule, protocol, procedure, guidance
target, goal, objective, aim
deadline, timescale, timetable, time limit, due date
delay, late, postponed, put off, behind schedule
start, begin, launch, commence
finish, end, complete, conclude
close, closure, shut, closing
open, opening, launch
grow, increase, rise, growth, more
fall, decrease, drop, decline, fewer, reduction, loss
improve, better, strengthen, raise
accident, crash, collision, incident, mishap
sell, sale, disposal, dispose, proceeds
buy, purchase, acquire, acquisition
ice, frost, snow, winter, gritting, grit, salt
court, tribunal, magistrate
victim, complainant, survivor
witness, testify, testimony
solicitor, lawyer, barrister, advocate
prison, custody, jail
pay, wage, salary, earnings
pension, retirement
noise, nuisance, disturbance
board, governor, trustee
dog, animal, pet
farm, farmer, agriculture
street light, street lighting, lamp
danger, risk, hazard, threat, unsafe
safe, safety, secure, security
clean, cleaning, hygiene, clear, sweep
block, blocked, clog, obstructed
repair, mend, fix, maintain, maintenance
install, fit, put in
build, construct, erect
camera, CCTV, video
telephone, phone, call, hotline, helpline, ring
e-mail, email, mail
website, web, internet, online, digital
social media, Facebook, Twitter
computer, IT, software, system, electronic
file, record, case file, document
data, information, figures, statistics, numbers
share, sharing, exchange, pass on
letter, correspondence, submission, wrote
count, survey, measure, counting
vote, ballot, poll, referendum
law, legal, statute, statutory, legislation
right, entitlement
duty, responsibility, responsible, obligation, accountable, in charge
terms of reference, scope, remit, scoping
written evidence, submission, wrote
visit, site visit, trip
meal, food, lunch, dinner, catering
sleepover, overnight stay, stay away, stay over, sleep over
befriend, independent visitor, mentor
asylum seeker, refugee, migrant
equality, diversity, discrimination
religion, faith, church
race, ethnic, ethnicity
woman, female, girl
man, male, boy
death, die, died, fatal
emergency, urgent, crisis
temporary, interim, short term
season, seasonal, pop up, short let
monthly, every month, each month
yearly, annual, annually, each year, every year
weekly, every week
night, evening, overnight, late
village, rural, countryside
district, borough
county, shire
`;

/** Words that together mean something of their own: a page that has them apart from each other is about something else. */
const COMPOUNDS = `
council tax, council house, business rates, blue badge, care home, nursing home, children's home, food bank
housing benefit, climate change, fire station, parish council, youth club, planning permission, speed limit
zebra crossing, bus lane, cycle lane, day centre, children's centre, family centre, health centre, leisure centre
community centre, sports centre, primary school, secondary school, free school meals, free school, private school
street light, street lighting, world cup, royal visit, electric vehicle, charging point, council chamber
`;

/** Groups of words or phrases that mean nearly the same. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ...GROUPS.trim()
    .split('\n')
    .map((line) => line.split(',').map((part) => part.trim())),
  ...COMPOUNDS.trim()
    .split(/[\n,]/)
    .map((name) => [name.trim()]),
];
