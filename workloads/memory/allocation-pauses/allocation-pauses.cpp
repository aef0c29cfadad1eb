// Allocation pauses: every step builds a tree in the place of the oldest of many; steps are timed
// one by one.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <exception>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace {

constexpr int DEPTH = 9;
// Trees that live at a time.
constexpr std::size_t LIVE = 60;

using Trees = std::array<std::unique_ptr<struct Node>, LIVE>;

struct Node {
    std::unique_ptr<Node> left;
    std::unique_ptr<Node> right;
};

std::unique_ptr<Node> build(int depth) {
    if (depth == 0) {
        return std::make_unique<Node>();
    }
    auto left = build(depth - 1);
    auto right = build(depth - 1);
    return std::make_unique<Node>(Node{std::move(left), std::move(right)});
}

std::uint32_t count(const Node &node) {
    return node.left ? 1 + count(*node.left) + count(*node.right) : 1;
}

// The CPU time of this thread in nanoseconds, for which std::chrono has no clock.
std::int64_t thread_ns() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}

// The hash of the trees' sizes; times gets the CPU time of each step.
std::uint32_t churn(Trees &live, std::vector<std::int64_t> &times, int depth) {
    std::uint32_t hash = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::int64_t start = thread_ns();
        auto tree = build(depth);
        hash = 31 * hash + count(*tree);
        live[i % LIVE] = std::move(tree);
        times[i] = thread_ns() - start;
    }
    return hash;
}

// By nearest rank, of times in ascending order.
std::int64_t quantile(const std::vector<std::int64_t> &ordered, std::size_t permille) {
    return ordered[(ordered.size() * permille + 999) / 1000 - 1];
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: allocation-pauses <steps>\n";
        return 2;
    }
    const volatile int depth = DEPTH;
    std::vector<std::int64_t> times(*size);
    Trees live;
    for (auto &tree : live) {
        tree = build(depth);
    }
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t hash = churn(live, times, depth);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::uint32_t nodes = 0;
    for (const auto &tree : live) {
        nodes += count(*tree);
    }
    std::cout << hash << '\n' << nodes << '\n';
    std::sort(times.begin(), times.end());
    std::cerr << "step_median_ns=" << quantile(times, 500) << '\n';
    std::cerr << "step_tail_ns=" << quantile(times, 999) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "allocation-pauses: " << error.what() << '\n';
    return 1;
}
