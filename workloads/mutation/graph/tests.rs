use super::*;

fn graph() -> Graph {
    let mut graph = Graph::default();
    for (from, to, length) in [("a", "b", 4), ("b", "c", 3), ("a", "c", 9), ("c", "d", 1)] {
        graph.road(from, to, length).unwrap();
    }
    graph
}

#[test]
fn keeps_places() {
    let mut graph = graph();
    assert_eq!(graph.index("b"), Some(1));
    assert_eq!(graph.index("z"), None);
    assert_eq!(graph.place("c"), 2);
    assert!(graph.road("a", "b", 0).is_err());
    assert_eq!(graph.degree("a"), Ok(2));
    assert!(graph.degree("z").is_err());
}

#[test]
fn finds_ways() {
    let graph = graph();
    assert_eq!(graph.hops(0, 2), Some(1));
    assert_eq!(graph.shortest(0, 2), Some(7));
    assert_eq!(graph.shortest(0, 3), Some(8));
    assert_eq!(graph.hops(3, 0), None);
    assert_eq!(graph.way("a", "d"), Ok("2 roads, 8 km".to_string()));
    assert!(graph.way("a", "z").is_err());
}

#[test]
fn orders_places() {
    let mut graph = graph();
    assert_eq!(graph.order(), Ok(vec![0, 1, 2, 3]));
    graph.road("d", "a", 1).unwrap();
    assert!(graph.order().is_err());
}
