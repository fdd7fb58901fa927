# The 25 rules. Instants are whole seconds.
package bench

import rego.v1

screened contains seat.ref if {
	some seat in input.seats
	seat.screening.status != "clear"
}

screened_lately contains seat.ref if {
	some seat in input.seats
	input.as_of - seat.screening.at > 259200
}

reviewed contains seat.ref if {
	some seat in input.seats
	seat.screening.score >= input.params.fresh_score
	seat.screening.reviewer == ""
}

consent contains seat.ref if {
	some seat in input.seats
	seat.consent.status != "given"
}

consent_covers contains seat.ref if {
	input.session.minuted
	some seat in input.seats
	not "minutes" in seat.consent.covers
}

consent_lasts contains seat.ref if {
	some seat in input.seats
	seat.consent.until < input.session.end
}

accepted contains seat.ref if {
	some seat in input.seats
	not seat.accepted
}

speaks_by_role contains seat.ref if {
	some seat in input.seats
	not seat.role in {"delegate", "adviser", "facilitator"}
	seat.weight >= 2
}

conflict contains seat.ref if {
	some seat in input.seats
	seat.conflicted
	seat.mitigation == ""
}

trained contains seat.ref if {
	some seat in input.seats
	seat.role == "facilitator"
	not seat.trained
}

safeguarded contains seat.ref if {
	some seat in input.seats
	not seat.safeguarded
}

travel contains seat.ref if {
	some seat in input.seats
	seat.travel_risk > input.params.most_risk
}

notice contains seat.ref if {
	some seat in input.seats
	seat.notice != input.params.notice
}

basis contains seat.ref if {
	some seat in input.seats
	seat.basis == ""
}

access contains seat.ref if {
	some seat in input.seats
	not seat.accessible
}

interpreter contains seat.ref if {
	some seat in input.seats
	seat.needs_interpreter
	not seat.has_interpreter
}

understands contains seat.ref if {
	some seat in input.seats
	not seat.has_interpreter
	count([language | some language in seat.languages; language in input.session.languages]) == 0
}

funded contains seat.ref if {
	some seat in input.seats
	seat.funder_excludes
}

of_age contains seat.ref if {
	some seat in input.seats
	seat.age < input.params.least_age
}

exposed contains seat.ref if {
	some seat in input.seats
	seat.exposed
	seat.screening.reviewer == ""
}

women := [seat | some seat in input.seats; seat.gender == "woman"]

heard contains seat.ref if {
	some seat in women
	seat.has_voice
}

heard contains seat.ref if {
	some seat in women
	seat.weight > 0
}

north := count([seat | some seat in input.seats; seat.side == "north"])

south := count([seat | some seat in input.seats; seat.side == "south"])

gender contains "session" if count(women) * 100 < count(input.seats) * input.params.women_pct

gender contains "session" if count(women) == 1

gender contains "session" if count(heard) == 0

balance contains "session" if north - south > input.params.most_gap

balance contains "session" if south - north > input.params.most_gap

funder contains "session" if input.session.country in input.funder.excluded_countries

funder contains "session" if input.session.cost > input.funder.most_cost

analysed contains "session" if input.as_of - input.session.analysed_at > 15552000

analysed contains "session" if count(input.session.red_lines) == 0

protected contains "session" if not input.session.impact_assessed

protected contains "session" if input.session.channel != "encrypted"

findings := {
	"screened": screened,
	"screened_lately": screened_lately,
	"reviewed": reviewed,
	"consent": consent,
	"consent_covers": consent_covers,
	"consent_lasts": consent_lasts,
	"accepted": accepted,
	"speaks_by_role": speaks_by_role,
	"conflict": conflict,
	"trained": trained,
	"safeguarded": safeguarded,
	"travel": travel,
	"notice": notice,
	"basis": basis,
	"access": access,
	"interpreter": interpreter,
	"understands": understands,
	"funded": funded,
	"of_age": of_age,
	"exposed": exposed,
	"gender": gender,
	"balance": balance,
	"funder": funder,
	"analysed": analysed,
	"protected": protected,
}
